import { FlagtowerError } from '@flagtower/contracts';
import fastify from 'fastify';
import { expect, test, vi } from 'vitest';

import { logOptions } from './log-options.ts';

/** What a line of the log says when this happens in a request to an address. */
async function logged(url: string, fail: () => never): Promise<string> {
  const lines = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const app = fastify({ logger: logOptions('info') });
  app.get('/dossiers', (request, reply) => {
    try {
      fail();
    } catch (error) {
      request.log.error({ err: error }, 'request failed');
    }
    return reply.send();
  });

  await app.inject(url);

  await app.close();
  return lines.mock.calls.map(([line]) => String(line)).join('');
}

test('an error of the database is logged by its code, without the row that it quotes', async () => {
  const line = await logged('/dossiers', () => {
    throw Object.assign(new Error('duplicate key: (code)=(H26-000123) of Le Thi Hoa'), {
      code: '23505',
      detail: 'Key (code)=(H26-000123) already exists.',
      parameters: ['Le Thi Hoa'],
    });
  });

  expect(line).toContain('"code":"23505"');
  expect(line).not.toMatch(/H26|Hoa/);
});

test('nor is it in the cause of an error of ours', async () => {
  const line = await logged('/dossiers', () => {
    const cause = Object.assign(new Error('invalid input: "Le Thi Hoa"'), { code: '22P02' });
    throw new FlagtowerError('INTERNAL', 'the store refused a statement (22P02)', { cause });
  });

  expect(line).toContain('the store refused a statement (22P02)');
  expect(line).not.toContain('Hoa');
});

test('an address is logged without its query, which may name a dossier', async () => {
  const line = await logged('/dossiers?code=H26-000123', () => {
    throw new RangeError('a share of 2');
  });

  expect(line).toContain('"url":"/dossiers"');
  expect(line).not.toContain('H26');
});

test('what could not be parsed is not quoted', async () => {
  const line = await logged('/dossiers', () => {
    JSON.parse('{"ChuHoSo": Le Thi Hoa}');
    throw new RangeError('it was parsed');
  });

  expect(line).toContain('SyntaxError');
  expect(line).not.toMatch(/Hoa|ChuHoSo/);
});
