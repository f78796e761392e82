import { browserPageHost } from './browser-page-host.ts';
import type { PageHost } from './build-watch.ts';

const AGAIN_MS = 5000;

/**
 * A part of the page that is fetched when it is needed. Where it cannot be had, its place stays as it is, and the page comes
 * anew once the server gives it out whole: a part that fails would take all numbers along, and a browser that failed once
 * does not fetch the same part again.
 */
export async function latePart<Part>(fetchPart: () => Promise<Part>, host: PageHost = browserPageHost): Promise<Part> {
  try {
    return await fetchPart();
  } catch {
    await renewPage(host, AGAIN_MS);
    // The reload is under way; who waits for the part goes with the page.
    return new Promise(() => undefined);
  }
}

/** Reloads the page when it can be had with all its parts; the first look is after about `afterMs`. */
export async function renewPage(host: PageHost, afterMs: number): Promise<void> {
  do await host.wait(afterMs * (0.5 + host.random()));
  while (!(await host.pageIsThere()));
  host.reload();
}
