import { hourMs } from '../../calendar/city-days.ts';
import type { Chance } from '../../chance/chance.ts';
import { draw, weighted } from '../../chance/draw.ts';

/** Half hours of the day with their weight: queues at nine and at two, a lull before lunch ends. */
const desk = weighted(
  [
    { from: 8, weight: 7 },
    { from: 8.5, weight: 10 },
    { from: 9, weight: 12 },
    { from: 9.5, weight: 11 },
    { from: 10, weight: 9 },
    { from: 10.5, weight: 7 },
    { from: 11, weight: 4 },
    { from: 11.5, weight: 2 },
    { from: 13, weight: 4 },
    { from: 13.5, weight: 7 },
    { from: 14, weight: 9 },
    { from: 14.5, weight: 7 },
    { from: 15, weight: 5 },
    { from: 15.5, weight: 4 },
    { from: 16, weight: 2 },
    { from: 16.5, weight: 0.7 },
  ],
  ({ weight }) => weight,
);

/** Hours 0 to 23: office hours most, and a second, lower hill after dinner. */
const onlineWeights = [
  0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 8.5, 10, 9.5, 7.5, 4, 6.5, 8.5, 7.5, 6, 4, 3, 3.8, 4.6, 4, 2.4, 1,
];
const online = weighted([...onlineWeights.keys()], (hour) => onlineWeights[hour] ?? 0);

/** Since midnight, in milliseconds, when somebody comes to a desk. */
export function deskArrival(chance: Chance): number {
  return Math.floor((draw(chance, desk).from + chance() / 2) * hourMs);
}

/** Since midnight, in milliseconds, when somebody sends it from wherever they are. */
export function onlineArrival(chance: Chance): number {
  return Math.floor((draw(chance, online) + chance()) * hourMs);
}
