import { expect, test, vi } from 'vitest';

import { watchBuild, type PageHost } from './build-watch.ts';

function hostWith(isThere: readonly boolean[], reloadedFor: string | null = null) {
  const answers = [...isThere];
  const waits: number[] = [];
  const host = {
    pageIsThere: vi.fn<PageHost['pageIsThere']>(async () => answers.shift() ?? true),
    reload: vi.fn<PageHost['reload']>(),
    reloadedFor: () => reloadedFor,
    rememberReload: vi.fn<PageHost['rememberReload']>(),
    wait: async (ms: number) => {
      waits.push(ms);
    },
    random: () => 0.5,
  } satisfies PageHost;
  return { host, waits };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the same build again and again reloads nothing', async () => {
  const { host } = hostWith([]);
  const tell = watchBuild(host, null);

  for (const build of ['b1', 'b1', 'b1']) tell(build);
  await settled();

  expect(host.reload).not.toHaveBeenCalled();
});

test('another build reloads once, after a while that differs from screen to screen', async () => {
  const { host, waits } = hostWith([true]);
  const tell = watchBuild(host, 'b1');

  for (const build of ['b2', 'b2', 'b3']) tell(build);
  await settled();

  expect(host.reload).toHaveBeenCalledOnce();
  expect(host.rememberReload).toHaveBeenCalledWith('b2');
  expect(waits).toEqual([10_000]);
});

test('a page that cannot be had is waited for, never reloaded into nothing', async () => {
  const { host, waits } = hostWith([false, false, true]);

  watchBuild(host, 'b1')('b2');
  await settled();

  expect(host.pageIsThere).toHaveBeenCalledTimes(3);
  expect(host.reload).toHaveBeenCalledOnce();
  expect(waits).toHaveLength(3);
});

test('a page that reloaded for this build does not do so again: another node may still be the old one', async () => {
  const { host } = hostWith([true], 'b2');

  watchBuild(host, 'b1')('b2');
  await settled();

  expect(host.reload).not.toHaveBeenCalled();
});
