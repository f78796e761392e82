import type { IncidentSeverity, IncidentState } from '@flagtower/contracts';

const order: readonly IncidentState[] = ['raised', 'acknowledged', 'closed'];

/** What needs somebody first, then the worst, then the newest. `from` is an instant as text or in milliseconds. */
export function byIncidentUrgency<
  Told extends { state: IncidentState; severity: IncidentSeverity; from: string | number },
>(one: Told, other: Told): number {
  return (
    order.indexOf(one.state) - order.indexOf(other.state) ||
    other.severity - one.severity ||
    (one.from === other.from ? 0 : one.from < other.from ? 1 : -1)
  );
}
