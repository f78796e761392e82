const PATIENCE_MS = 3000;

/**
 * Trades the read token for the service's cookie, so that pictures, exports and the city's names are let in as well as the
 * stream. Never fails: without contact the page opens all the same, says so, and its stream carries the token itself.
 */
export async function openReadSession(token: string): Promise<void> {
  try {
    await fetch('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: token }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    // Not reached: the contact band and every mark tell of it.
  }
}
