import { expect, test, vi } from 'vitest';

import type { PageHost } from './build-watch.ts';
import { latePart } from './late-part.ts';

function hostThatIs(...isThere: readonly boolean[]) {
  const answers = [...isThere];
  return {
    pageIsThere: vi.fn<PageHost['pageIsThere']>(async () => answers.shift() ?? true),
    reload: vi.fn<PageHost['reload']>(),
    reloadedFor: () => null,
    rememberReload: vi.fn<PageHost['rememberReload']>(),
    wait: () => Promise.resolve(),
    random: () => 0.5,
  } satisfies PageHost;
}

test('a part that comes is given on, and the page stays', async () => {
  const host = hostThatIs();

  const part = await latePart(() => Promise.resolve('chart'), host);

  expect(part).toBe('chart');
  expect(host.reload).not.toHaveBeenCalled();
});

test('for a part that does not come the page is reloaded, though not before the server has it whole', async () => {
  const host = hostThatIs(false, false, true);

  const settled = vi.fn<() => void>();
  void latePart(() => Promise.reject(new TypeError('no such chunk')), host).finally(settled);

  await vi.waitFor(() => expect(host.reload).toHaveBeenCalledOnce());
  expect(host.pageIsThere).toHaveBeenCalledTimes(3);
  expect(settled).not.toHaveBeenCalled();
});
