export { anyHistories, momentsOf, rules } from './any-history.ts';
export { recount } from './oracle.ts';
