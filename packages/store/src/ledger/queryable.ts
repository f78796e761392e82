import type { Pool, PoolClient } from 'pg';

/** A pool or one of its connections: reads take either, writes take a connection with an open transaction. */
export type Queryable = Pick<Pool, 'query'> | Pick<PoolClient, 'query'>;
