import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { test as base, describe, expect, vi } from 'vitest';

import { openEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from './open-embedded.ts';

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

const test = base
  .extend('parent', async ({}, { onCleanup }) => {
    const parent = await mkdtemp(join(tmpdir(), 'flagtower-store-'));
    onCleanup(() => rm(parent, { recursive: true }));
    // As root, PostgreSQL’s own user must pass.
    await chmod(parent, 0o755);
    return parent;
  })
  // A name that would break careless quoting.
  .extend('dataDir', ({ parent }) => join(parent, 'dữ liệu'))
  .extend('open', async ({ dataDir }, { onCleanup }) => {
    const opened: EmbeddedPostgres[] = [];
    onCleanup(async () => {
      await Promise.all(opened.map((postgres) => postgres.close()));
    });
    return async (options: Partial<EmbeddedOptions> = {}) => {
      const postgres = await openEmbedded({ dataDir, ...options });
      opened.push(postgres);
      return postgres;
    };
  })
  .extend('holdOpen', async ({ dataDir }, { onCleanup }) => {
    const children: ChildProcess[] = [];
    onCleanup(async () => {
      await Promise.all(children.map(kill));
      // What they leave running is stopped by the next one that comes and goes.
      if (children.length > 0) await (await openEmbedded({ dataDir })).close();
    });
    /** Another Node that has the folder open. */
    return async () => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', holder, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
        detached: true,
      });
      children.push(child);
      await once(child.stdout, 'data');
      return child;
    };
  });

const holder = `
  const { openEmbedded } = await import('${new URL('open-embedded.ts', import.meta.url).href}');
  await openEmbedded({ dataDir: process.argv[1] });
  console.log('open');
`;

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function postmasterPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

async function isStopped(dataDir: string): Promise<boolean> {
  return !(await readdir(join(dataDir, 'postgres/data'))).includes('postmaster.pid');
}

describe('a folder', { timeout: 60_000 }, () => {
  test('becomes a durable store of Unicode text that is sorted by code point', async ({ open }) => {
    const { url } = await open();

    const [fsync, encoding, sorted] = await ask(
      url,
      `select current_setting('fsync'), current_setting('server_encoding'),
         (select string_agg(name, ' ' order by name) from (values ('Đống Đa'), ('b'), ('B')) names (name))`,
    );

    expect({ fsync, encoding, sorted }).toEqual({ fsync: 'on', encoding: 'UTF8', sorted: 'B b Đống Đa' });
  });

  test('keeps what was committed when it is closed and opened again', async ({ open }) => {
    const first = await open();
    await ask(first.url, 'create table kept as select 1 as n');
    await first.close();

    const second = await open();

    expect(await ask(second.url, 'select n from kept')).toEqual([1]);
  });

  test('is made once when several open it at the same time', async ({ dataDir, open, holdOpen }) => {
    const [here, there] = await Promise.all([open(), open(), holdOpen(), holdOpen()]);

    expect(here.url).toBe(there.url);
    expect(await readdir(join(dataDir))).toEqual(['flagtower.json', 'postgres']);
  });

  test('is left to PostgreSQL until the last one goes', async ({ dataDir, open }) => {
    const [first, second] = [await open(), await open()];

    await first.close();
    const afterFirst = await ask(second.url, 'select 1');
    await second.close();

    expect(afterFirst).toEqual([1]);
    expect(await isStopped(dataDir)).toBe(true);
  });

  test('is stopped by one of two that close at the same time', async ({ dataDir, open }) => {
    const [first, second] = [await open(), await open()];

    await Promise.all([first.close(), second.close()]);

    expect(await isStopped(dataDir)).toBe(true);
  });

  test('can be opened again while it is being closed', async ({ open }) => {
    const first = await open();

    const [second] = await Promise.all([open(), first.close()]);

    expect(await ask(second.url, 'select 1')).toEqual([1]);
  });
});

describe('after a kill -9', { timeout: 60_000 }, () => {
  test('of PostgreSQL it comes back at the same address with what was committed', async ({ dataDir, open }) => {
    const onChange = vi.fn<NonNullable<EmbeddedOptions['onChange']>>();
    const { url } = await open({ onChange });
    await ask(url, 'create table kept as select 1 as n');

    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith('back'), { timeout: 20_000 });

    expect(await ask(url, 'select n from kept')).toEqual([1]);
    expect(onChange.mock.calls).toEqual([['lost'], ['back']]);
  });

  test('of Node, PostgreSQL goes on, is joined, and is stopped by the next one', async ({
    dataDir,
    open,
    holdOpen,
  }) => {
    const child = await holdOpen();
    const pid = await postmasterPid(dataDir);

    await kill(child);
    const next = await open();
    const joined = await postmasterPid(dataDir);
    await next.close();

    expect(joined).toBe(pid);
    expect(await isStopped(dataDir)).toBe(true);
  });

  test('of both, a folder opens although its pid file names a program that runs', async ({
    dataDir,
    open,
    holdOpen,
  }) => {
    const child = await holdOpen();
    const pidFile = join(dataDir, 'postgres/data/postmaster.pid');
    const stale = await readFile(pidFile, 'utf8');
    await kill(child);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    await writeFile(pidFile, stale.replace(/^\d+/u, String(process.pid)));

    const { url } = await open();

    expect(await ask(url, 'select 1')).toEqual([1]);
  });

  test.runIf(isLinux)('and before, Ctrl-C in our terminal does not reach PostgreSQL', async ({ dataDir, holdOpen }) => {
    const child = await holdOpen();

    const stat = await readFile(`/proc/${await postmasterPid(dataDir)}/stat`, 'utf8');
    const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');

    expect(group).not.toBe(String(child.pid));
  });
});

describe('it refuses, and says what to do,', { timeout: 60_000 }, () => {
  test('a folder with other files, and leaves it as it is', async ({ dataDir, open }) => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'thesis.docx'), '');

    await expect(open()).rejects.toMatchObject({ code: 'FOLDER_NOT_OURS', remedy: expect.any(String) });

    expect(await readdir(dataDir)).toEqual(['thesis.docx']);
  });

  test('a folder below a file', async ({ parent, open }) => {
    await writeFile(join(parent, 'file'), '');

    const opening = open({ dataDir: join(parent, 'file', 'data') });

    await expect(opening).rejects.toMatchObject({ code: 'FOLDER_NOT_WRITABLE', remedy: expect.any(String) });
  });

  test('a cluster of another major version', async ({ dataDir, open }) => {
    await (await open()).close();
    await writeFile(join(dataDir, 'postgres/data/PG_VERSION'), '17\n');

    await expect(open()).rejects.toMatchObject({ code: 'STORE_VERSION', remedy: expect.any(String) });
  });

  test('a port that is taken', async ({ open }) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    await expect(open({ port })).rejects.toMatchObject({ code: 'PORT_BUSY', remedy: expect.any(String) });

    other.close();
  });
});

describe.runIf(isRoot)('as root', { timeout: 60_000 }, () => {
  test('a folder that PostgreSQL’s user cannot reach is ours, and its cluster is elsewhere', async ({
    parent,
    open,
  }) => {
    await chmod(parent, 0o700);
    const dataDir = join(parent, 'data');

    const postgres = await open({ dataDir });
    const answer = await ask(postgres.url, 'select 1');
    await postgres.close();

    const marker = JSON.parse(await readFile(join(dataDir, 'flagtower.json'), 'utf8')) as { home: string };
    await rm(marker.home, { recursive: true });
    expect(answer).toEqual([1]);
    expect(marker.home).toMatch(/^\/var\/lib\/flagtower\/[0-9a-f]{12}$/u);
  });
});
