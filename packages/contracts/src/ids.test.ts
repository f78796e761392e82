import { describe, expect, test } from 'vitest';

import { codeSchema, dossierCodeSchema, sourceIdSchema } from './ids.ts';

const takes = (schema: typeof codeSchema | typeof dossierCodeSchema | typeof sourceIdSchema, text: string): boolean =>
  schema.safeParse(text).success;

describe('a code', () => {
  test.each(['online', '1.005129', 'Đăng ký tại nhà', 'PAVEMENT/Cave-In #3', 'điện tử (mức 4)'])(
    'may be %s',
    (text) => {
      expect(takes(codeSchema, text)).toBe(true);
    },
  );

  test.each([
    ['empty', ''],
    ['longer than 80 characters', 'x'.repeat(81)],
    ['of two lines', 'a\nb'],
    ['an address of mail', 'someone@example.org'],
    ['begun with a sign', '-1'],
  ])('may not be %s', (_what, text) => {
    expect(takes(codeSchema, text)).toBe(false);
  });

  test('may be written with combining marks, as some systems send Vietnamese', () => {
    expect(takes(codeSchema, 'Tiếp nhận'.normalize('NFD'))).toBe(true);
  });
});

test('a dossier code is opaque: any system’s form without spaces', () => {
  expect(
    ['H26.15-221114-0012', '000.00.12.H26-221114-0012', 'case-10011', 'SR#14-01234567'].every((text) =>
      takes(dossierCodeSchema, text),
    ),
  ).toBe(true);
  expect(['', 'Nguyễn Văn A', 'a b'].some((text) => takes(dossierCodeSchema, text))).toBe(false);
});

test('a source id may be part of an address', () => {
  expect(takes(sourceIdSchema, 'one-stop-1')).toBe(true);
  expect(['One-Stop', '-x', 'a/b', 'a'.repeat(64)].some((text) => takes(sourceIdSchema, text))).toBe(false);
});
