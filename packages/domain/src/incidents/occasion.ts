import type { IncidentAbout, IncidentPlace, IncidentSeverity } from '@flagtower/contracts';

/** One thing that a source or a person told of an occasion; times in epoch milliseconds. */
export interface OccasionTelling {
  /** When it was told, says the teller. */
  readonly at: number;
  readonly recordedAt: number;
  readonly seq: number;
  /** `null`: it told an end. */
  readonly severity: IncidentSeverity | null;
  readonly about: IncidentAbout;
}

/** Something that happened, as one source tells it: a notice with all that replaced it, a value beyond its threshold, or a person’s word. */
export interface Occasion {
  readonly id: string;
  /** Ids that it is known by too: of notices that were replaced, of later values. */
  readonly members: readonly string[];
  readonly kind: string;
  /** The center that a person gave it to; `null`: the one of its kind looks after it. */
  readonly center: string | null;
  /** Where the kind asks for it: the word that two occasions must share; `null`: none. */
  readonly event: string | null;
  /** The thing itself, such as a sensor; occasions of one thing are at one place. `null`: no thing. */
  readonly thing: string | null;
  readonly source: string;
  readonly from: number;
  /** `null`: it goes on. */
  readonly to: number | null;
  readonly place: IncidentPlace;
  /** The newest that is told of it, and when it was told or measured. */
  readonly about: IncidentAbout;
  readonly aboutAt: number;
  /** In the order of their telling; never empty. */
  readonly tellings: readonly OccasionTelling[];
}

/** The worst that was told of it, by what `isKnown` lets through; `null`: nothing. */
export function worstTold(
  occasions: readonly Occasion[],
  isKnown: (telling: OccasionTelling) => boolean,
): IncidentSeverity | null {
  let worst: IncidentSeverity | null = null;
  for (const { tellings } of occasions) {
    for (const telling of tellings)
      if (telling.severity !== null && telling.severity > (worst ?? 0) && isKnown(telling)) worst = telling.severity;
  }
  return worst;
}

/** The commit at which it was first known. */
export function firstSeqOf({ tellings }: Occasion): number {
  return Math.min(...tellings.map(({ seq }) => seq));
}
