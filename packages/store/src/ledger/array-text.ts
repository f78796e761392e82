/**
 * An array parameter as PostgreSQL writes one, of values that need no quotes: numbers, ids and words of ours. The driver
 * would quote and escape each element, which takes longer than everything else that a batch does in this process.
 */
export function plainArray(values: readonly (number | string | null)[]): string {
  let text = '{';
  for (const value of values) text += `${text === '{' ? '' : ','}${value ?? 'NULL'}`;
  return `${text}}`;
}

/** For `string_to_array(…, E'\n', '')`: texts without line breaks, of which none is empty; `null` stays `null`. */
export function lines(values: readonly (string | null)[]): string {
  return values.join('\n');
}
