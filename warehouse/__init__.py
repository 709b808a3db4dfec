"""Serve: readings → one DuckDB file that answers.

| what     | how                                                                                              |
|----------|--------------------------------------------------------------------------------------------------|
| reads    | articles/, readings/, portals/ and registry/ of the workspace                                     |
| writes   | warehouse/warehouse-<build>.duckdb, then the symlink current.duckdb; the last three are kept       |
| key      | article id; a fact is numbered within its article; ids are digests of what they name              |
| version  | the table `build` and the rows' column `reader`                                                   |
| refuses  | a build that breaks a rule of checks.sql: the one before stays current                            |
| removed  | an article whose file is gone is gone; a take-down of the registry removes it from every build    |
"""
