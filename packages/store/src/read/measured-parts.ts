import { unallocatedReasonSchema, type Formula, type KpiValue } from '@flagtower/contracts';
import { unallocatedRow, unknownFigure, worseFirst, type Figure } from '@flagtower/domain';

import { askedSpan } from './asked-span.ts';
import type { Asked } from './asked.ts';
import { readMeasuredRows } from './measured-rows.ts';
import type { ObservationQuestion } from './standing-readings.ts';
import { thingParting, type ThingParting } from './thing-parting.ts';

/** A part of a figure, or the figure itself. */
export interface FigurePart {
  /** `''`: the figure itself. */
  readonly row: string;
  readonly figure: Figure;
  /** Who told it, by id; `null`: everybody whom the figure rests on. */
  readonly sources: readonly string[] | null;
  /** When the newest of it was measured or told, epoch milliseconds; `null`: of the figure itself, or nothing was. */
  readonly newest: number | null;
  /** Only of a figure itself that is made of what stands at the moment: its newest reading by source, epoch milliseconds. */
  readonly newestOf?: Readonly<Record<string, number>>;
  /** Only of the row `unallocated` of a breakdown by unit. */
  readonly reasons?: NonNullable<KpiValue['reasons']>;
}

type ObservationFormula = Extract<Formula, { kind: 'observation' }>;

/**
 * A measured figure, or its parts by thing, group or unit: the same readings as the whole is made of, each in exactly one part.
 * @throws FlagtowerError as `thingParting`
 */
export async function measuredParts(asked: Asked, formula: ObservationFormula): Promise<FigurePart[]> {
  const question = observationQuestion(asked, formula);
  const parted = await thingParting(asked, formula.feed);
  const rows = await readMeasuredRows(asked.reading.db, question, parted.parting);
  const { by } = asked.query;
  if (by === null) {
    const [whole] = rows;
    return [
      {
        row: '',
        figure: whole?.figure ?? unknownFigure,
        sources: parted.parting === 'whole' ? null : (whole?.sources ?? []),
        newest: whole?.newest ?? null,
        ...(formula.statistic.startsWith('latest-') && whole !== undefined ? { newestOf: whole.newestOf } : {}),
      },
    ];
  }
  const hasRest = by === 'unit' && rows.some(({ row }) => row === unallocatedRow);
  const reasons = hasRest ? await reasonsOf(asked, question, parted) : [];
  return inOrder(
    asked,
    rows.map(({ sources, newestOf: _newestOf, ...part }) => ({
      ...part,
      sources: sources.toSorted(),
      ...(hasRest && part.row === unallocatedRow ? { reasons } : {}),
    })),
  );
}

/** The worst first; what is in none of the rows comes last. */
export function inOrder({ definition: { direction } }: Asked, parts: readonly FigurePart[]): FigurePart[] {
  const rowOf = ({ row, figure }: FigurePart): Parameters<typeof worseFirst>[1] => ({ name: row, value: figure.value });
  return parts.toSorted(
    (one, other) =>
      Number(one.row === unallocatedRow) - Number(other.row === unallocatedRow) ||
      worseFirst(direction, rowOf(one), rowOf(other)),
  );
}

export function observationQuestion(asked: Asked, formula: ObservationFormula): ObservationQuestion {
  const { query, reading, at, knownSeq, lastSeq } = asked;
  return {
    ledgerId: reading.ledger.id,
    formula,
    source: query.source,
    span: askedSpan(asked),
    at,
    knownSeq,
    lastSeq,
  };
}

async function reasonsOf(
  { reading }: Asked,
  question: ObservationQuestion,
  { parting, reasons }: ThingParting,
): Promise<NonNullable<KpiValue['reasons']>> {
  if (typeof parting === 'string') return [];
  const parts = await readMeasuredRows(reading.db, question, {
    rows: new Map([...parting.rows.keys()].map((thing) => [thing, reasons.get(thing) ?? ''])),
    others: parting.others === null ? null : 'no-place',
  });
  return parts
    .flatMap(({ row, figure }) => {
      const reason = unallocatedReasonSchema.safeParse(row);
      return reason.success ? [{ reason: reason.data, value: figure.value }] : [];
    })
    .toSorted((one, other) => (one.reason < other.reason ? -1 : 1));
}
