/** Longer than this nobody may be shown what was asked before the page stood. */
const MOST_MS = 10_000;

const asked = new Map<string, { readonly answer: Promise<Response>; readonly atMs: number }>();

/**
 * Asks for what the page will ask for as soon as it stands, while its parts are still on their way. Never fails: who takes
 * the answer is told of a failure, and where nobody does it is forgotten.
 */
export function askEarly(address: string, init: RequestInit): void {
  const answer = fetch(address, init);
  answer.catch(() => undefined);
  asked.set(address, { answer, atMs: performance.now() });
}

/** The answer to a question that was asked early, once; `null`: ask now. */
export function takeEarly(address: string): Promise<Response> | null {
  const early = asked.get(address);
  asked.delete(address);
  return early === undefined || performance.now() - early.atMs > MOST_MS ? null : early.answer;
}
