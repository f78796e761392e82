import { hanoi } from '@flagtower/city-hanoi';
import { deltaSchema, type Delta } from '@flagtower/contracts';

const cells = 2;

/** A delta of about 1 KB, as a tick makes it when two figures changed. */
export function aDelta(revision: number): Delta {
  return deltaSchema.parse({
    ledger: 'trial',
    topic: 'notices',
    epoch: 'bench',
    revision,
    cut: { at: new Date().toISOString(), knownSeq: revision },
    set: Object.fromEntries(
      hanoi.kpis.slice(0, cells).map(({ id }, index) => [`${id}|today`, cell(id, revision + index)]),
    ),
    drop: [],
  });
}

function cell(kpi: string, value: number): unknown {
  const at = new Date().toISOString();
  return {
    kpi,
    period: 'today',
    from: at,
    to: null,
    value,
    numerator: value,
    denominator: null,
    unitOfMeasure: '{dossier}',
    freshness: { state: 'live', observedAt: at, lateAt: at, staleAt: at, lostAfter: at, cadenceSeconds: 60 },
    coverage: { have: 124, of: 126 },
    target: null,
    source: ['hanoi-one-stop'],
    usual: { value: value * 2, of: '2026-11-17' },
  };
}
