import { Client } from 'pg';

/** Runs one statement on a connection of its own. The statement is ours: nothing in it comes from outside. */
export async function administer(serverUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

export function urlOfDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
