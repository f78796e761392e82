import { expect, test } from 'vitest';

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

test(`foldDossier, ${String(folds)} dossiers of four claims`, async ({ bench }) => {
  let facts = 0;
  await bench('foldDossier', () => {
    facts = 0;
    for (const claims of dossiers) facts += foldDossier(claims, rules).facts.length;
  }).run();
  expect(facts).toBeGreaterThan(folds);
});
