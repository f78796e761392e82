const dayMs = 86_400_000;

/**
 * When a figure was told first: a day after its period ended, as reports are; of a period that still runs, a day before
 * the moment shown.
 * @returns epoch milliseconds
 */
export function publishedMoment({ to, at }: { readonly to: string | null; readonly at: string }): number {
  const shown = Date.parse(at);
  const end = to === null ? shown : Math.min(shown, Date.parse(to));
  return end + dayMs <= shown ? end + dayMs : shown - dayMs;
}
