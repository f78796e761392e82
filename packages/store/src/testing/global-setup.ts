import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Pool } from 'pg';
import type { TestProject } from 'vitest/node';

import { migrate } from '../migrate.ts';
import { openPostgres } from '../postgres/open-postgres.ts';
import { administer, urlOfDatabase } from './administer.ts';

/** One name a run, so that two runs on one server do not meet. */
const template = `flagtower_template_${process.pid}`;

/**
 * For the `globalSetup` of a vitest project. One server serves the whole run: that of DATABASE_URL, or an embedded one
 * that the first project starts, the others join, and the last one stops.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await openPostgres(whereToTest());
  await makeTemplate(postgres.url);
  project.provide('postgres', { url: postgres.url, template });
  return async () => {
    await administer(postgres.url, `drop database if exists ${template}`);
    await postgres.close();
  };
}

function whereToTest(): Parameters<typeof openPostgres>[0] {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl !== undefined) return { databaseUrl };
  const dataDir = join(tmpdir(), `flagtower-test-${process.pid}`);
  process.once('exit', () => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { dataDir };
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const [found] = await administer(serverUrl, `select 1 from pg_database where datname = '${template}'`);
  if (found !== undefined) return;
  await administer(serverUrl, `create database ${template}`);
  const pool = new Pool({ connectionString: urlOfDatabase(serverUrl, template), max: 1 });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}
