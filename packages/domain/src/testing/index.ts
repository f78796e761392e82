export { anyHistories, momentsOf, rules } from './any-history.ts';
export { marchUnits } from './march-units.ts';
export { recount } from './oracle.ts';
