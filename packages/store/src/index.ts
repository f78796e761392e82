export { migrate } from './migrate.ts';
export { openPostgres, type OpenedPostgres, type PostgresOptions } from './postgres/open-postgres.ts';
