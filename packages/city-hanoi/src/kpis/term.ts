import type { FormulaInput, MeasureName } from '../city-input.ts';

type Terms = Extract<FormulaInput, { kind: 'flow' }>['terms'];

/** Measures that are added. */
export function sum(...measures: MeasureName[]): Terms {
  return measures.map((measure) => ({ measure, sign: 1 }));
}

/** `from` less `taken`. */
export function less(from: MeasureName, taken: MeasureName): Terms {
  return [
    { measure: from, sign: 1 },
    { measure: taken, sign: -1 },
  ];
}
