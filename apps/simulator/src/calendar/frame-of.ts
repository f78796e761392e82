/** The moment of the document that a reader gets now: the frame that ended last. */
export function frameOf(now: number, everyMs: number): number {
  return Math.floor(now / everyMs) * everyMs;
}
