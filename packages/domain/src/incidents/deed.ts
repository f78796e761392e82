import type { DeedName, RaisedIncident } from '@flagtower/contracts';

import type { Occasion } from './occasion.ts';

/** What a person did, as it is kept; times in epoch milliseconds. */
export interface Deed {
  readonly seq: number;
  readonly at: number;
  readonly deed: DeedName;
  /** Any id of the incident, as it was known when it was done. */
  readonly incident: string;
  readonly by: { readonly id: string; readonly displayName: string };
  readonly text: string;
  /** Of `raise` alone. */
  readonly raised: Omit<RaisedIncident, 'text'> | null;
}

/** Whom hand-raised occasions are from: the people of this service, who are no source that anybody declares. */
export const handSource = 'people';

/** What people raised, as occasions; each goes on until its incident is closed. */
export function handOccasions(deeds: readonly Deed[]): Occasion[] {
  return deeds.flatMap(({ incident, seq, at, text, raised }): Occasion[] => {
    if (raised === null) return [];
    const { kind, severity, center, place, unit, point } = raised;
    const about = { from: 'hand', text } as const;
    return [
      {
        id: incident,
        members: [incident],
        kind,
        center,
        event: null,
        thing: null,
        source: handSource,
        from: at,
        to: null,
        place: {
          name: place,
          points: point === null ? [] : [point],
          rings: [],
          ...(unit === null ? {} : { unit }),
        },
        about,
        aboutAt: at,
        tellings: [{ at, recordedAt: at, seq, severity, about }],
      },
    ];
  });
}
