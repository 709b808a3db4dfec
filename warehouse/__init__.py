"""Serve: readings → one DuckDB file that answers.

| what     | how                                                                                              |
|----------|--------------------------------------------------------------------------------------------------|
| reads    | articles/, attachments/, readings/, portals/ and registry/ of the workspace                      |
| writes   | warehouse/warehouse-<build>.duckdb, then the symlink current.duckdb; the last three are kept     |
| key      | article id; a fact is numbered within its article; ids are made of what they name                |
| version  | the table `build` and the rows' column `reader`                                                  |
| a reject | a build that breaks a rule of checks.sql is not kept: the one before stays current               |
| removed  | an article whose file is gone is gone; a take-down of the registry holds in every build after it |

`build` makes it: `inputs` are the files, `identities` asks who and which (of `claims.sql`, `citing.sql`), `take_down`
masks; `tables.sql`, `current.sql` (what is said now), `load.sql` (facts of articles), `over.sql` and `across.sql` (what
several say), `compare.sql` and `checks.sql`. A `night` that has changed few articles is told of in a copy of the last
build: `moved.sql` carries on what it changes in the others. `builds` knows which build answers; `ask` puts the SELECTs
of `questions/` to it, `who`, `sessions`, `documents` and `figures` ask for people, `show` prints, `export` writes
files; a file in `views/` is a question that has a name. `schema` makes the comments of `tables.sql` their
documentation.
"""
