const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 1 to 12 for the first three letters of a month's English name; 0 for all else, which is no month. */
export function monthNumber(name: string): number {
  return names.indexOf(name.toLowerCase()) + 1;
}
