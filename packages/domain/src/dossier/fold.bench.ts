import { expect, test } from 'vitest';

import { geographyOf } from '../geography/geography.ts';
import { marchUnits } from '../testing/march-units.ts';
import type { Claim, ClaimedStep } from './claim.ts';
import { foldDossier } from './fold.ts';
import { foldRules } from './rules.ts';

const rules = foldRules('Asia/Ho_Chi_Minh');
const hourMs = 3_600_000;
const folds = 1000;

/** Lives of four rows: received with a due date, paused, resumed, handled; every tenth is told by two sources. */
const dossiers = Array.from({ length: folds }, (_, number) => {
  const receivedAt = Date.parse('2026-03-02T01:00:00.000Z') + number * 61_000;
  const steps: ClaimedStep['step'][] = ['received', 'paused', 'resumed', 'handled'];
  return steps.map((step, index): Claim => ({
    source: number % 10 === 0 && index > 1 ? 'portal' : 'hall',
    rank: number % 10 === 0 && index > 1 ? 2 : 1,
    recordId: `${String(number)}/${String(index)}`,
    version: 0,
    hash: `${String(index)}${String(number)}`,
    at: receivedAt + index * 7 * hourMs,
    dating: 'change',
    steps: [{ step, at: receivedAt + index * 7 * hourMs }],
    unit: '00004',
    procedure: '1.000001',
    channel: number % 2 === 0 ? 'online' : 'direct',
    due: { at: receivedAt + 40 * hourMs, precision: 'day' },
  }));
});

const lasting = marchUnits.units.filter(({ validFrom }) => validFrom === '2020-01-01');
const sets = [
  ['rules that know no units', rules],
  [
    'units that last',
    {
      ...rules,
      geography: geographyOf({
        ...marchUnits,
        units: lasting.map((unit) => ({ ...unit, validTo: null })),
        successions: [],
      }),
    },
  ],
  ['a change of units on the second day', { ...rules, geography: geographyOf(marchUnits) }],
] as const;

for (const [name, set] of sets) {
  test(`foldDossier, ${String(folds)} dossiers of four claims, ${name}`, async ({ bench }) => {
    let facts = 0;
    await bench('foldDossier', () => {
      facts = 0;
      for (const claims of dossiers) facts += foldDossier(claims, set).facts.length;
    }).run();
    expect(facts).toBeGreaterThan(folds);
  });
}
