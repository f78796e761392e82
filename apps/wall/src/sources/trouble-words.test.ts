import { instantSchema, type SourceBoardRow } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import { troubleTold } from './trouble-words.ts';

const row = (code: 'SOURCE_WANTS_KEY' | 'SOURCE_UNREACHABLE' | 'BAD_REQUEST', way: SourceBoardRow['way'] = 'pull') => ({
  way,
  trouble: {
    code,
    reason: 'not shown',
    place: 'pull.secretHeaders.x-key: FLAGTOWER_SOURCE_AIR',
    since: instantSchema.parse('2026-11-24T01:20:00.000Z'),
    failures: 1200,
  },
});
const zone = 'Asia/Ho_Chi_Minh';

test('what is wrong with a source is one sentence with its beginning, and one of what to do', () => {
  expect(troubleTold(row('SOURCE_WANTS_KEY'), 'vi', zone)).toEqual({
    told: 'Nguồn không nhận khóa truy cập, từ 08:20 24/11/2026 (1.200 lần).',
    remedy: 'Kiểm tra khóa khai trong secretHeaders, hoặc xin khóa mới.',
  });
  expect(troubleTold({ way: 'pull', trouble: null }, 'vi', zone)).toBeNull();
});

test('a broker is called a broker, and a wrong setting is named', () => {
  const told = (of: ReturnType<typeof row>): string | undefined => troubleTold(of, 'en', zone)?.told;

  expect(told(row('SOURCE_UNREACHABLE', 'mqtt'))).toMatch(/^The MQTT broker does not answer, since/);
  expect(told(row('BAD_REQUEST'))).toContain('(pull.secretHeaders.x-key: FLAGTOWER_SOURCE_AIR)');
});
