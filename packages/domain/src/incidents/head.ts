import type { IncidentAbout, IncidentSeverity } from '@flagtower/contracts';

import type { Occasion, OccasionTelling } from './occasion.ts';

/** What an incident is told by; times in epoch milliseconds. */
export interface IncidentHead {
  /** The worst that is told of what still goes on; of what is over, the worst that ever was. */
  readonly severity: IncidentSeverity;
  readonly occasion: Occasion;
  /** What made it as serious as that. */
  readonly about: IncidentAbout;
  /** The newest that is told of it, where that is something else. */
  readonly latest: { readonly about: IncidentAbout; readonly at: number } | null;
}

interface Made {
  readonly occasion: Occasion;
  readonly telling: OccasionTelling & { readonly severity: IncidentSeverity };
}

/**
 * An incident is told by what made its severity, the earliest occasion among equals. A value that fell since then, or a later notice, is
 * told beside it and never in its place.
 * @param occasions by their beginning
 * @throws RangeError without any
 */
export function headOf(occasions: readonly Occasion[], at: number): IncidentHead {
  const [first] = occasions;
  if (first === undefined) throw new RangeError('an incident has an occasion');
  const going = occasions.filter(({ to }) => to === null || to > at);
  const made = worst(going.flatMap(standingTelling)) ?? worst(occasions.flatMap(severeTellings));
  const occasion = made?.occasion ?? first;
  const about = made?.telling.about ?? first.about;
  const newest = occasions.reduce((last, next) => (next.aboutAt > last.aboutAt ? next : last), occasion);
  const isSame = JSON.stringify(newest.about) === JSON.stringify(about);
  return {
    severity: made?.telling.severity ?? 1,
    occasion,
    about,
    latest: isSame ? null : { about: newest.about, at: newest.aboutAt },
  };
}

/** What stands of an occasion: its last telling but for an end. */
function standingTelling(occasion: Occasion): Made[] {
  return severeTellings(occasion).slice(-1);
}

function severeTellings(occasion: Occasion): Made[] {
  return occasion.tellings.flatMap((telling) =>
    telling.severity === null ? [] : [{ occasion, telling: { ...telling, severity: telling.severity } }],
  );
}

function worst(all: readonly Made[]): Made | null {
  return all.reduce<Made | null>(
    (held, next) => (held === null || next.telling.severity > held.telling.severity ? next : held),
    null,
  );
}
