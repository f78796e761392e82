import { resolve } from 'node:path';

import { FlagtowerError } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { help, parseOptions } from './options.ts';

test('nothing given means a service on this machine, seed 1 and 90 days', () => {
  expect(parseOptions([], {})).toMatchObject({
    url: 'http://127.0.0.1:7300',
    data: resolve('data'),
    keys: resolve('data/keys'),
    seed: 1,
    port: 7311,
    'backfill-days': 90,
    centers: [
      'public-service',
      'feedback',
      'traffic',
      'environment',
      'emergency',
      'it-support',
      'security',
      'tourism',
      'press',
    ],
  });
});

test('the command line goes before the environment', () => {
  const env = { FLAGTOWER_URL: 'http://other:1', FLAGTOWER_DATA: '/a', FLAGTOWER_KEYS: '/k' };

  expect(parseOptions(['--data', '/b'], env)).toMatchObject({ url: 'http://other:1', data: '/b', keys: '/k' });
});

test('help is no error', () => {
  expect(parseOptions(['--help'], {})).toBeNull();
});

test.for([
  ['--speed', '0'],
  ['--speed', 'fast'],
  ['--centers', 'harbour'],
  ['--url', 'ftp://here'],
  ['--port', '99999'],
  ['--backfill-days', '-1'],
  ['--sed', '1'],
] as const)('%s %s is wrong usage that names the option', ([option, value]) => {
  const parse = () => parseOptions([`${option}=${value}`], {});

  expect(parse).toThrow(FlagtowerError);
  expect(parse).toThrow(option);
});

test('every option stands in the help', () => {
  const options = parseOptions([], {}) ?? {};
  const names = Object.keys(options).filter((option) => option !== 'keys');
  for (const name of [...names, 'speed', 'key-file', 'token']) {
    expect(help).toContain(`--${name}`);
  }
});
