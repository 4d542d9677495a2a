/**
 * The version of the indexer's tables. It is raised whenever a reader of the older ones would misread the newer: the
 * newer ones then go into a PostgreSQL schema of their own.
 */
export const schemaVersion = 1
