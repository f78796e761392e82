import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { hanoi } from '@flagtower/city-hanoi';
import type { Pool } from 'pg';
import { describe, expect, test as base, vi } from 'vitest';

import { openStore } from './ops/open-store.ts';
import { receivedLine } from './testing/dossier-lines.ts';

const entry = fileURLToPath(new URL('cli/main.ts', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Served {
  readonly url: string;
  readonly child: ChildProcess;
}

const test = base
  .extend('dataDir', async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'flagtower-serve-'));
    onCleanup(() => rm(folder, { recursive: true }));
    // As root, PostgreSQL’s own user must pass.
    await chmod(folder, 0o755);
    return join(folder, 'data');
  })
  .extend('flagtower', async ({ dataDir }) => {
    /** Runs a command to its end. */
    return async (...args: string[]): Promise<Ended> => {
      const child = spawn(process.execPath, [entry, ...args, '--data', dataDir], { env: cleanEnv() });
      const ended = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()));
      const [code] = (await once(child, 'exit')) as [number | null];
      return { code, ...ended };
    };
  })
  .extend('store', async ({ dataDir }, { onCleanup }) => {
    /** The store of the folder, to look into while others work on it. */
    return async (): Promise<Pool> => {
      const opened = await openStore({ dataDir }, { city: hanoi, connections: 2 });
      onCleanup(() => opened.close());
      return opened.pool;
    };
  })
  .extend(
    'startImport',
    async ({ dataDir }) =>
      (file: string, mapping: string): ChildProcess =>
        spawn(process.execPath, [entry, 'import', file, '--source', 'cases', '--mapping', mapping, '--data', dataDir], {
          env: cleanEnv(),
          stdio: 'ignore',
        }),
  )
  .extend('serve', async ({ dataDir, flagtower }, { onCleanup }) => {
    const children: ChildProcess[] = [];
    onCleanup(async () => {
      for (const child of children)
        if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGTERM');
      // What a killed one left running is stopped by the next one that comes and goes.
      await flagtower('sources');
    });
    /** Starts the service on a free port. */
    return async (): Promise<Served> => {
      const child = spawn(process.execPath, [entry, 'serve', '--port', '0', '--json', '--data', dataDir], {
        env: cleanEnv(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      children.push(child);
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const { url } = JSON.parse(line.toString()) as { url: string };
      return { url, child };
    };
  });

const caseMapping = {
  mapping: 1,
  name: 'cases',
  shape: 'cases',
  fields: { dossier: 'code', received: 'received', due: 'due', handled: 'handled', unit: 'unit' },
};

/** Every second case is handled, each at a moment of its own. */
function caseTable(rows: number): string {
  const at = (minute: number): string => new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString();
  const lines = Array.from(
    { length: rows },
    (_, n) => `C-${String(n)},${at(n)},${at(n + 5000)},${n % 2 === 0 ? at(n + 3000) : ''},${String(n % 126)}`,
  );
  return ['code,received,due,handled,unit', ...lines, ''].join('\n');
}

async function countRecords(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from records');
  return rows[0]?.n ?? 0;
}

function cleanEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, FLAGTOWER_URL: __, ...env } = process.env;
  return env;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}

async function keyIn(dataDir: string, name: string): Promise<string> {
  return (await readFile(join(dataDir, 'keys', `${name}.key`), 'utf8')).trim();
}

describe('a service on a folder', { timeout: 180_000 }, () => {
  test('a file that is nothing is refused by the command and leaves nothing, not even its source', async ({
    dataDir,
    flagtower,
  }) => {
    const file = join(dataDir, '..', 'cases.xes');
    await writeFile(file, 'this is no event log');

    const refused = await flagtower('import', file, '--source', 'nobody');
    const { stdout } = await flagtower('sources', '--ledger', 'trial', '--json');

    expect(refused).toMatchObject({ stdout: '' });
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('nothing that can be read');
    expect(JSON.parse(stdout)).toMatchObject({ sources: [] });
  });

  test('has kept what it acknowledged when it is killed in the middle, and goes on', async ({
    dataDir,
    serve,
    flagtower,
  }) => {
    const { url, child } = await serve();
    const key = await keyIn(dataDir, 'hanoi-one-stop');
    const acknowledged = new Set<string>();
    const at = new Date(Date.now() - 60_000).toISOString();
    const post = async (address: string, code: string): Promise<void> => {
      const answer = await fetch(`${address}/v1/intake/hanoi-one-stop`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: receivedLine(code, at),
      });
      if (answer.ok) acknowledged.add(code);
    };
    const sending = Promise.allSettled(
      Array.from({ length: 8 }, async (_, sender) => {
        for (let n = 0; n < 1000; n += 1) await post(url, `K-${String(sender)}-${String(n)}`);
      }),
    );

    while (acknowledged.size < 50) await new Promise((resolve) => setTimeout(resolve, 20));
    await end(child, 'SIGKILL');
    await sending;
    const again = await serve();

    const received = async (): Promise<number | undefined> => {
      const answer = await fetch(`${again.url}/v1/kpis/dossiers.received?ledger=simulated`);
      return ((await answer.json()) as { values: { value: number }[] }).values[0]?.value;
    };
    const counted = await received();
    const before = acknowledged.size;
    for (const code of [...acknowledged].slice(0, 20)) await post(again.url, code);
    const countedAgain = await received();
    const verified = await flagtower('verify', '--json');
    // One that was committed but not yet acknowledged may be there too, one for each sender.
    expect(counted).toBeGreaterThanOrEqual(before);
    expect(counted).toBeLessThanOrEqual(before + 8);
    expect(countedAgain).toBe(counted);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  });

  test('has an import that was killed in the middle end the same when it is run again', async ({
    dataDir,
    store,
    startImport,
    flagtower,
  }) => {
    const file = `${dataDir}.csv`;
    await writeFile(file, caseTable(10_000));
    await writeFile(`${dataDir}.json`, JSON.stringify(caseMapping));
    const pool = await store();
    const child = startImport(file, `${dataDir}.json`);

    await vi.waitFor(async () => expect(await countRecords(pool)).toBeGreaterThan(2000), {
      timeout: 90_000,
      interval: 20,
    });
    await end(child, 'SIGKILL');
    const afterKill = await countRecords(pool);
    const again = await flagtower('import', file, '--source', 'cases', '--mapping', `${dataDir}.json`, '--json');
    const [received, handled] = [
      await flagtower('query', 'kpi', 'dossiers.received', '--json'),
      await flagtower('query', 'kpi', 'dossiers.handled', '--json'),
    ];
    const verified = await flagtower('verify', '--ledger', 'trial', '--json');

    expect(afterKill).toBeLessThan(10_000);
    expect(JSON.parse(again.stdout)).toMatchObject({
      rows: 10_000,
      accepted: 10_000 - afterKill,
      duplicates: afterKill,
      quarantined: 0,
      dossiers: 10_000,
    });
    expect(JSON.parse(received.stdout)).toMatchObject({ values: [{ value: 10_000 }] });
    expect(JSON.parse(handled.stdout)).toMatchObject({ values: [{ value: 5000 }] });
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  });

  test('stops when it is asked to, and tells its address as one JSON document', async ({ serve }) => {
    const { url, child } = await serve();

    const health = await fetch(`${url}/healthz`);
    const code = await end(child, 'SIGTERM');

    expect(health.status).toBe(200);
    expect(code).toBe(0);
  });

  test('is joined by a command on the same folder, and says so when its port is taken', async ({
    serve,
    flagtower,
  }) => {
    const { url } = await serve();
    const { port } = new URL(url);

    const second = await flagtower('serve', '--port', port, '--json');
    const sources = await flagtower('sources', '--ledger', 'simulated', '--json');
    const remote = await flagtower('query', 'kpi', 'dossiers.open', '--url', url, '--json');

    expect(second.code).toBe(1);
    expect(JSON.parse(second.stdout)).toMatchObject({
      code: 'PORT_BUSY',
      detail: expect.stringContaining('Flagtower that runs already'),
    });
    expect(sources.code).toBe(0);
    expect(JSON.parse(remote.stdout)).toMatchObject({ kpi: 'dossiers.open', ledger: 'trial' });
  });
});

describe('the command line', { timeout: 180_000 }, () => {
  test('exits 2 for wrong words and 1 for what failed, with the reason on stderr', async ({ flagtower }) => {
    const usage = await flagtower('import');
    const unknown = await flagtower('nonsense');
    const wrong = await flagtower('query', 'kpi', 'dossiers.open', '--at', 'yesterday', '--json');
    const missing = await flagtower('import', '/no/such/file', '--source', 's', '--json');
    const help = await flagtower('import', '--help');

    expect([usage.code, unknown.code, wrong.code, missing.code, help.code]).toEqual([2, 2, 2, 1, 0]);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ code: 'BAD_REQUEST', place: 'at' });
    expect(JSON.parse(missing.stdout)).toMatchObject({ code: 'NOT_FOUND', place: 'file' });
    expect(help.stdout).toContain('--dry-run');
  });
});
