import type { Stated } from '@flagtower/contracts';

/** A report in one line: which period, how exactly, who says so, and who answers for it. */
export function statedLine({ period, value, bound, statedBy, version, author, approver, seq }: Stated): string {
  const days = period.from === period.to ? period.to : `${period.from} to ${period.to}`;
  const said = `${bound === null ? '' : `${bound} `}${value === null ? 'no number' : String(value)}`;
  const who =
    author === null || approver === null
      ? 'comes with the city’s profile'
      : `entered by ${author}, approved by ${approver}, record ${String(seq)}`;
  return `stated for ${days}: ${said}; ${statedBy}; version ${String(version)}, ${who}`;
}
