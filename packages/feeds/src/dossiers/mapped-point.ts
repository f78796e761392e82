import type { MappedPoint } from '@flagtower/contracts';

import { columnsOf, compiledField, type FieldProblem, type Slots } from './mapped-field.ts';

/** @returns `undefined` where the row tells no place; half of one is none. What is no degree goes into `problems` */
export type ReadPoint = (row: Slots, problems: FieldProblem[]) => [longitude: number, latitude: number] | undefined;

export function pointReader(point: MappedPoint | undefined, columns: readonly string[]): ReadPoint {
  if (point === undefined) return () => undefined;
  const longitudeIn = compiledField(point.longitude, 'longitude', columns);
  const latitudeIn = compiledField(point.latitude, 'latitude', columns);
  return (row, problems) => {
    const told = [longitudeIn(row, problems), latitudeIn(row, problems)] as const;
    if (told[0] === null || told[1] === null) return undefined;
    const [longitude, latitude] = [degrees(told[0]), degrees(told[1])];
    // It stands for a place that is held back.
    if (longitude === 0 && latitude === 0) return undefined;
    if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
    const place = columnsOf(point.longitude)[0] ?? 'longitude';
    problems.push({ reason: 'bad-value', place, remedy: 'Write degrees of WGS 84, such as 105.8542 and 21.0285' });
    return undefined;
  };
}

function degrees(text: string): number {
  return /^-?\d{1,3}(?:\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN;
}
