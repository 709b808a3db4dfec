"""Serve: readings → one DuckDB file that answers.

| what     | how                                                                                              |
|----------|--------------------------------------------------------------------------------------------------|
| reads    | articles/, attachments/, readings/, portals/ and registry/ of the workspace                      |
| writes   | warehouse/warehouse-<build>.duckdb, then the symlink current.duckdb; the last three are kept     |
| key      | article id; a fact is numbered within its article; ids are made of what they name                |
| version  | the table `build` and the rows' column `reader`                                                  |
| a reject | a build that breaks a rule of checks.sql is not kept: the one before stays current               |
| removed  | an article whose file is gone is gone; a take-down of the registry holds in every build after it |

`build` makes it (`inputs`, `identities`, `take_down`; `tables.sql`, `current.sql`, `load.sql`, `across.sql`,
`compare.sql`, `checks.sql`), `builds` knows which one answers; `ask` puts the SELECTs of `questions/` to it, `who`,
`sessions`, `documents` and `figures` ask for people, `show` prints, `export` writes files; a file in `views/` is a
question that has a name. `schema` makes the comments of `tables.sql` the documentation of the tables.
"""
