import type { IncidentRules } from '@flagtower/contracts';

import { handOccasions, type Deed } from './deed.ts';
import { headOf } from './head.ts';
import type { Incident } from './incident.ts';
import { byBeginning, mergedOccasions, touches } from './merged.ts';
import { firstSeqOf, worstTold, type Occasion } from './occasion.ts';
import { isSame } from './remembered.ts';
import { standingOf } from './standing.ts';

const minuteMs = 60_000;

export interface FoldedFrom {
  /** Of notices and thresholds, as they are known. */
  readonly occasions: readonly Occasion[];
  readonly deeds: readonly Deed[];
  readonly rules: Pick<IncidentRules, 'kinds' | 'closesItselfAfterMinutes'>;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The incidents of a moment, a pure function of what was told and done. A person's close ends an incident for good: what was known by
 * then belongs to it, and what begins or becomes known afterwards is a new one that follows it. Where what belongs to it gets
 * worse, it is raised again. What nobody closed closes by itself some time after its end, as the city's rule says.
 */
export function foldIncidents({ occasions, deeds, rules, at }: FoldedFrom): Incident[] {
  const done = deeds.filter((deed) => deed.at <= at).toSorted((one, other) => one.seq - other.seq);
  const all = [...occasions, ...handOccasions(done)].filter(({ from }) => from <= at);
  const kinds = new Map(rules.kinds.map((kind) => [kind.id, kind]));
  const deedsOf = Map.groupBy(done, ({ incident }) => incident);
  const found: Incident[] = [];
  const split = (group: readonly Occasion[], earlier: readonly Incident[]): void => {
    const mine = deedsAbout(group, deedsOf);
    const close = mine.find((deed) => deed.deed === 'close');
    if (close === undefined) {
      found.push(mine.length + earlier.length === 0 ? settledOr(group, at, rules) : incidentOf(group, mine, earlier));
      return;
    }
    const isKnown = (occasion: Occasion): boolean => firstSeqOf(occasion) < close.seq && occasion.from <= close.at;
    const closed =
      mergedOccasions(group.filter(isKnown), rules.kinds).find((cluster) =>
        cluster.some(({ members }) => members.includes(close.incident)),
      ) ?? group;
    const incident = incidentOf(closed, deedsAbout(closed, deedsOf), earlier);
    found.push(incident);
    const rest = group.filter((occasion) => !closed.includes(occasion));
    for (const next of mergedOccasions(rest, rules.kinds)) split(next, [...earlier, incident]);
  };
  const incidentOf = (group: readonly Occasion[], mine: readonly Deed[], earlier: readonly Incident[]): Incident =>
    madeOf(group, mine, {
      at,
      rules,
      follows:
        earlier.findLast((one) =>
          one.occasions.some((before) =>
            group.some((after) => {
              const kind = kinds.get(after.kind);
              return kind !== undefined && touches(before, after, kind);
            }),
          ),
        )?.id ?? null,
    });
  for (const group of mergedOccasions(all, rules.kinds)) split(group, []);
  return found;
}

type Rules = FoldedFrom['rules'];

/** By its first occasion, what closed by itself. */
const settled = new WeakMap<
  Occasion,
  { readonly group: readonly Occasion[]; readonly rules: Rules; readonly incident: Incident }
>();

/**
 * An incident that nobody did anything about. Once it closed by itself it stays as it is, as long as nothing more is told of it: a
 * year of them is made once, not at every tick.
 */
function settledOr(group: readonly Occasion[], at: number, rules: Rules): Incident {
  const [first] = group;
  const held = first === undefined ? undefined : settled.get(first);
  if (held !== undefined && held.rules === rules && isSettled(held.incident, at) && isSame(held.group, group))
    return held.incident;
  const incident = madeOf(group, [], { at, rules, follows: null });
  if (first !== undefined && isSettled(incident, at)) settled.set(first, { group, rules, incident });
  return incident;
}

function isSettled({ closed }: Incident, at: number): boolean {
  return closed !== null && closed.at <= at;
}

function deedsAbout(group: readonly Occasion[], deedsOf: ReadonlyMap<string, readonly Deed[]>): Deed[] {
  return group
    .flatMap(({ members }) => members.flatMap((id) => deedsOf.get(id) ?? []))
    .toSorted((one, other) => one.seq - other.seq);
}

function madeOf(
  group: readonly Occasion[],
  deeds: readonly Deed[],
  { at, rules, follows }: Pick<FoldedFrom, 'at' | 'rules'> & { readonly follows: string | null },
): Incident {
  const { acknowledged, closed: byPerson, raisedAgainAt } = standingOf(group, deeds);
  // What a person raised ends when a person says so.
  const occasions = group
    .map((occasion) =>
      occasion.about.from === 'hand' && byPerson !== null ? { ...occasion, to: byPerson.at } : occasion,
    )
    .toSorted(byBeginning);
  const [first] = occasions;
  if (first === undefined) throw new RangeError('an incident has an occasion');
  const head = headOf(occasions, at);
  const ends = occasions.map(({ to }) => (to !== null && to <= at ? to : null));
  const to = ends.reduce<number | null>((last, end) => (last === null || end === null ? null : Math.max(last, end)), 0);
  const peak = worstTold(occasions, () => true) ?? 1;
  const closesAt = to === null ? null : to + rules.closesItselfAfterMinutes[peak] * minuteMs;
  const byRule = closesAt !== null && closesAt <= at ? { deed: null, at: closesAt } : null;
  const closed = byPerson === null ? byRule : { deed: byPerson, at: byPerson.at };
  return {
    id: first.id,
    kind: first.kind,
    center:
      occasions.findLast((occasion) => occasion.center !== null)?.center ??
      rules.kinds.find(({ id }) => id === first.kind)?.center ??
      '',
    severity: head.severity,
    head,
    state: closed !== null ? 'closed' : acknowledged !== null ? 'acknowledged' : 'raised',
    over: to !== null,
    from: first.from,
    to,
    occasions,
    deeds,
    acknowledged,
    closed,
    raisedAgainAt,
    follows,
  };
}
