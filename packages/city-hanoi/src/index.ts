export { hanoiCalendar } from './calendar/hanoi-calendar.ts';
export { hanoi } from './hanoi.ts';
export { unitCells, type CellProperties } from './unit-cells.ts';
