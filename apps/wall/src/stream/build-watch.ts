/** What the reload of a page for a new build needs of its browser. */
export interface PageHost {
  /** Whether the new page and all its parts can be had right now. */
  readonly pageIsThere: () => Promise<boolean>;
  readonly reload: () => void;
  /** The build for which this tab reloaded last; it outlives the reload. */
  readonly reloadedFor: () => string | null;
  readonly rememberReload: (build: string) => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** A hall of screens must not ask for the new page in the same second. */
const SPREAD_MS = 20_000;
const AGAIN_MS = 30_000;

/**
 * Tells of each heartbeat's build; reloads the page once per new build, and only while the server gives out the new
 * page whole, so that a wall never ends on a browser's error page or a blank one.
 */
export function watchBuild(host: PageHost, ownBuild: string | null): (build: string) => void {
  let own = ownBuild;
  let busy = false;
  const renew = async (build: string): Promise<void> => {
    await host.wait(host.random() * SPREAD_MS);
    while (!(await host.pageIsThere())) await host.wait(AGAIN_MS * (0.5 + host.random()));
    host.rememberReload(build);
    host.reload();
  };
  return (build) => {
    own ??= build;
    // Two nodes may tell of two builds while a release rolls: once is enough.
    if (busy || build === own || host.reloadedFor() === build) return;
    busy = true;
    void renew(build);
  };
}
