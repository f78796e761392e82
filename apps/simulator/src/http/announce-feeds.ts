import type { SourceConfig } from '@flagtower/contracts';

import type { Aggregator } from '../aggregator/aggregator.ts';

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Tells the service where the city listens: a source that is pulled from one of these paths, on this machine and from another
 * port, is declared again with the port that is right. All else it declared stays as it is.
 * @returns the sources that moved
 */
export async function announceFeeds(
  aggregator: Pick<Aggregator, 'pulledSources' | 'declare'>,
  paths: ReadonlySet<string>,
  port: number,
): Promise<string[]> {
  const moved = (await aggregator.pulledSources()).flatMap((source) => movedTo(source, paths, port));
  for (const source of moved) await aggregator.declare(source);
  return moved.map(({ id }) => id);
}

function movedTo(source: SourceConfig, paths: ReadonlySet<string>, port: number): SourceConfig[] {
  if (source.pull === undefined) return [];
  const url = new URL(source.pull.url);
  if (!thisMachine.has(url.hostname) || !paths.has(url.pathname) || url.port === String(port)) return [];
  url.port = String(port);
  return [{ ...source, pull: { ...source.pull, url: url.href } }];
}
