import type { PageHost } from './build-watch.ts';

const RELOADED_FOR = 'flagtower.reloaded-for';
const PATIENCE_MS = 10_000;

/** The page's own browser, for `watchBuild`. */
export const browserPageHost: PageHost = {
  pageIsThere: async () => {
    try {
      const page = await got(location.pathname);
      const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
      await Promise.all(parts.map(got));
      return parts.length > 0;
    } catch {
      // Not there, or only in part: the caller waits and asks again.
      return false;
    }
  },
  reload: () => location.reload(),
  reloadedFor: () => sessionStorage.getItem(RELOADED_FOR),
  rememberReload: (build) => sessionStorage.setItem(RELOADED_FOR, build),
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
  random: Math.random,
};

async function got(path: string): Promise<string> {
  const answer = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new RangeError(`${path} answers ${answer.status}`);
  return answer.text();
}
