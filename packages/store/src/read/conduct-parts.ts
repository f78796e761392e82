import type { Formula } from '@flagtower/contracts';
import {
  contactDays,
  contactsAt,
  isConductCount,
  standingAt,
  unknownFigure,
  type Conduct,
  type Figure,
} from '@flagtower/domain';

import { nextRecordedAt, serviceTime } from '../ledger/ledgers.ts';
import { cadenceOf, type Source } from '../ledger/sources.ts';
import { readAuditBefore } from '../verify/audits.ts';
import type { Asked } from './asked.ts';
import { quarterMs, readSourceCounts, type CountedOf } from './source-counts.ts';

type ConductFormula = Extract<Formula, { kind: 'conduct' }>;

/** What one source has in a figure about the sources. */
export interface ConductPart extends Figure {
  readonly source: Source;
}

export interface ConductFigure {
  readonly figure: Figure;
  /** In the order of their names; none for what speaks of the ledger as a whole. */
  readonly parts: readonly ConductPart[];
}

const dayMs = 86_400_000;
/** Silences that are longer than what they are read for are kept whole. */
const silencesBackMs = (contactDays + 1) * dayMs;

/**
 * A figure about the sources, with what each of them has in it. Sources live by the service's clock, and what it saw of them was known
 * at once: a figure as known at a commit is that of the moment until which nothing more was known, if that comes before `at`.
 */
export async function readConductFigure(asked: Asked, formula: ConductFormula): Promise<ConductFigure> {
  const { statistic } = formula;
  const moment = await serviceMoment(asked);
  if (statistic === 'audit-age' || statistic === 'audit-differences')
    return { figure: await auditFigure(asked, statistic, moment), parts: [] };
  const parts = isConductCount(formula)
    ? await countedParts(asked, formula.statistic, moment)
    : await standingParts(asked, statistic, moment);
  return { figure: sumOf(parts), parts };
}

async function serviceMoment({ reading, at, knownSeq, lastSeq }: Asked): Promise<number> {
  const { db, ledger, now } = reading;
  const asked = Math.min(now, serviceTime(ledger.clock, at));
  const next = knownSeq < lastSeq ? await nextRecordedAt(db, ledger.id, knownSeq) : null;
  return next === null ? asked : Math.min(asked, serviceTime(ledger.clock, next));
}

async function standingParts(
  { reading, shared, sources }: Asked,
  statistic: ConductFormula['statistic'],
  moment: number,
): Promise<ConductPart[]> {
  const silences = await shared.silences(reading.db, reading.ledger.id, moment - silencesBackMs);
  return sources.map((source): ConductPart => {
    const conduct = conductOf(source, silences.get(source.id) ?? []);
    if (statistic === 'contacts') {
      const contacts = source.config.cadence === undefined ? null : contactsAt(conduct, moment);
      return { source, ...shareOf(contacts) };
    }
    const value = standingAt(conduct, moment) === statistic ? 1 : 0;
    return { source, value, numerator: value, denominator: null };
  });
}

function shareOf(contacts: ReturnType<typeof contactsAt>): Figure {
  if (contacts === null) return unknownFigure;
  const { seen, expected } = contacts;
  return { value: expected === 0 ? null : seen / expected, numerator: seen, denominator: expected };
}

export function conductOf(source: Source, silences: Conduct['silences']): Conduct {
  const { observedSince, lastContactAt } = source;
  return { cadence: cadenceOf(source), observedSince, lastContactAt, silences };
}

async function countedParts(
  { reading, query, sources }: Asked,
  counted: CountedOf,
  moment: number,
): Promise<ConductPart[]> {
  const { db, ledger, now } = reading;
  const service = (instant: string | null): number | null =>
    instant === null ? null : serviceTime(ledger.clock, Date.parse(instant));
  const [from, to] = [service(query.from), Math.min(service(query.to) ?? Infinity, moment + 1)];
  // Of the running quarter all that came is asked for; of another one it is not known when in it something came.
  const isRunning = quarterOf(to - 1) === quarterOf(now);
  const whole = {
    from: from === null ? null : Math.ceil(from / quarterMs) * quarterMs,
    to: isRunning ? null : quarterOf(to) * quarterMs,
  };
  const isEmpty = whole.from !== null && whole.from >= (whole.to ?? to);
  const counts = isEmpty ? null : await readSourceCounts(db, counted, { ledgerId: ledger.id, ...whole });
  return sources.map((source): ConductPart => {
    const value = counts === null ? null : (counts.get(source.id) ?? 0);
    return { source, value, numerator: value, denominator: null };
  });
}

function quarterOf(ms: number): number {
  return Math.floor(ms / quarterMs);
}

/** Of shares the share of the sums; one that is not known has no part in it, and a count is not known while a part is not. */
function sumOf(parts: readonly ConductPart[]): Figure {
  const isShare = parts.some(({ denominator }) => denominator !== null);
  const known = isShare ? parts.filter(({ denominator }) => denominator !== null) : parts;
  if (known.length === 0 || known.some(({ numerator }) => numerator === null)) return unknownFigure;
  const numerator = known.reduce((sum, part) => sum + (part.numerator ?? 0), 0);
  if (!isShare) return { value: numerator, numerator, denominator: null };
  const denominator = known.reduce((sum, part) => sum + (part.denominator ?? 0), 0);
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

async function auditFigure(
  { reading: { db, ledger } }: Asked,
  statistic: 'audit-age' | 'audit-differences',
  moment: number,
): Promise<Figure> {
  const audit = await readAuditBefore(db, ledger.id, moment);
  if (audit === null) return unknownFigure;
  const value = statistic === 'audit-age' ? moment - Date.parse(audit.at) : audit.differences;
  return { value, numerator: value, denominator: null };
}
