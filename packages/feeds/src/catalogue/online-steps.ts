import type { CatalogueMapping, ServiceLevel } from '@flagtower/contracts';

import type { Slots } from '../dossiers/mapped-field.ts';
import { fold } from '../text/tidy.ts';

/** Step → whether it can be done online; a step that does not apply is not there. */
export type OnlineSteps = Readonly<Record<string, boolean>>;

/** @returns what reads the steps of a row; `undefined`: the mapping names none */
export function onlineSteps(
  mapped: CatalogueMapping['onlineSteps'],
  columns: readonly string[],
): (row: Slots) => OnlineSteps | undefined {
  if (mapped === undefined) return () => undefined;
  const [yes, no] = [new Set(mapped.yes.map(fold)), new Set(mapped.no.map(fold))];
  const steps = Object.entries(mapped.columns).map(([step, column]) => ({ step, slot: columns.indexOf(column) }));
  return (row) =>
    Object.fromEntries(
      steps.flatMap(({ step, slot }) => {
        const word = fold(row[slot] ?? '');
        return yes.has(word) || no.has(word) ? [[step, yes.has(word)] as const] : [];
      }),
    );
}

/** How far a service is offered online, by its steps; `undefined`: no step is told. */
export function levelOf(steps: OnlineSteps | undefined): ServiceLevel | undefined {
  if (steps === undefined) return undefined;
  const told = Object.values(steps);
  if (!told.includes(true)) return 'none';
  return told.includes(false) ? 'partial' : 'full';
}
