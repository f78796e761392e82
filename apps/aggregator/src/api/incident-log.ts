import type { IncidentLogLine } from '@flagtower/contracts';
import type { Incident } from '@flagtower/domain';
import { instantOf } from '@flagtower/store';

/** Everything that was told and done about an incident, oldest first. */
export function incidentLog({ occasions, deeds, closed, raisedAgainAt }: Incident): IncidentLogLine[] {
  const tellings = occasions.flatMap(({ source, about: { from }, tellings: told }) =>
    // A person's word is a deed already.
    from === 'hand'
      ? []
      : told.map(({ at, recordedAt, severity, about }): IncidentLogLine => ({
          line: 'telling',
          at: instantOf(at),
          recordedAt: instantOf(recordedAt),
          source,
          severity,
          ended: severity === null,
          about,
        })),
  );
  const done = deeds.map(({ at, deed, by, text }): IncidentLogLine => ({
    line: 'deed',
    at: instantOf(at),
    deed,
    by,
    text,
  }));
  const byRule: IncidentLogLine[] = [
    ...raisedAgainAt.map((at): IncidentLogLine => ({ line: 'rule', at: instantOf(at), what: 'raised-again' })),
    ...(closed !== null && closed.deed === null
      ? [{ line: 'rule', at: instantOf(closed.at), what: 'closed' } satisfies IncidentLogLine]
      : []),
  ];
  return [...tellings, ...done, ...byRule].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
}
