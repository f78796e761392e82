import { chanceOf } from '../chance/chance.ts';
import { between, normal } from '../chance/draw.ts';
import type { CityModel, Place } from '../city-model.ts';
import type { UnitProfile } from './case-rules.ts';

/** One unit in 18 does not keep up: of Hanoi's 126 communes seven, which then hold most of what is overdue. */
const strainedShare = 1 / 18;

/** The units of a day with their habits, which a seed gives for good. */
export function unitProfiles({ seed }: CityModel, places: readonly Place[]): readonly UnitProfile[] {
  const strained = new Set(
    places
      .map(({ code }) => ({ code, lot: chanceOf(seed, 'strained', code)() }))
      .toSorted((a, b) => a.lot - b.lot)
      .slice(0, Math.round(places.length * strainedShare))
      .map(({ code }) => code),
  );
  const habits = places.map(({ code, population }) => {
    const chance = chanceOf(seed, 'unit', code);
    return { code, population, chance, appetite: Math.exp(0.18 * normal(chance)) };
  });
  const people = habits.reduce((sum, { population }) => sum + population, 0);
  const wanted = habits.reduce((sum, { population, appetite }) => sum + population * appetite, 0);
  return habits.map(({ code, population, chance, appetite }) => ({
    code,
    population,
    // The city as a whole brings what its people bring, whatever the seed.
    appetite: (appetite * people) / wanted,
    onlineShift: 0.04 * Math.max(-2, Math.min(2, normal(chance))),
    lateShare: strained.has(code) ? between(chance, 0.01, 0.018) : between(chance, 0.0002, 0.001),
    stuckShare: strained.has(code) ? between(chance, 0.0015, 0.004) : between(chance, 0, 0.0002),
  }));
}
