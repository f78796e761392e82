import { numberText, shareText, type ExportedView } from '@flagtower/charts';
import type { ChannelCell } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { knownCells, useChannels } from '../cells/use-cells.ts';
import { ExportMenu } from '../exporting/export-menu.tsx';
import type { Stamped } from '../exporting/export-stamp.ts';
import { FreshList } from '../freshness/fresh-list.tsx';
import { RowValue } from '../freshness/row-value.tsx';
import { Bullet } from '../look/bullet.tsx';
import { Panel } from '../look/panel.tsx';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import type { Words } from '../words/words.ts';

import './channels-panel.css';

/** How dossiers come in today, each channel beside its share of the month. */
export function ChannelsPanel({
  rows,
  isKnown,
  sources,
}: {
  readonly rows: number;
  /** Whether any source told of today: without one there is no "none yet". */
  readonly isKnown: boolean;
  /** Who told of dossiers. */
  readonly sources: readonly string[];
}): ReactNode {
  const words = useWords();
  const { all, cut } = useChannels();
  const channels = knownCells(all)
    .map(([, cell]) => cell)
    .toSorted((one, other) => other.received - one.received || (one.channel < other.channel ? -1 : 1));
  return (
    <Panel
      area="channels"
      name={words.channels.title}
      title={channelsTitle(channels, words)}
      measured={words.channels.measured}
      menu={
        <ExportMenu
          title={words.channels.title}
          view={(stamp) => channelsTable(channels, words, stamp(cut, channels[0]?.freshness ?? null, sources))}
        />
      }
    >
      {channels.length === 0 ? (
        <p className="label">
          {cut === null ? words.loading : isKnown ? words.channels.none : words.freshness.noneLong}
        </p>
      ) : (
        <FreshList of={channels}>
          <ul className="channel-rows">
            {channels.slice(0, rows).map((cell) => (
              <li key={cell.channel} className="channel-row">
                <PageLink
                  className="channel-name clip"
                  href={pageHref('/drill', { measure: 'dossiers.received' }, location.search)}
                >
                  {channelName(cell.channel, words)}
                </PageLink>
                {cell.share === null ? (
                  <span />
                ) : (
                  <Bullet share={cell.share} tick={cell.monthShare} abnormal={false} height={10} />
                )}
                <RowValue freshness={cell.freshness}>
                  {cell.share === null ? '—' : shareText(cell.share, words.locale)}
                </RowValue>
                <span className="note channel-count">{numberText(cell.received, words.locale)}</span>
              </li>
            ))}
          </ul>
        </FreshList>
      )}
    </Panel>
  );
}

function channelName(code: string, { channels }: Pick<Words, 'channels'>): string {
  return channels.names[code] ?? code;
}

/** Two channels that are one to a reader: online from home, and online elsewhere. */
const ONLINE: ReadonlySet<string> = new Set(['online', 'at-home']);

/** The channel with the largest share, once there is one; all that is online counts together. */
export function channelsTitle(
  channels: readonly Pick<ChannelCell, 'channel' | 'share'>[],
  words: Pick<Words, 'channels' | 'locale'>,
): string {
  const shares = channels.flatMap(({ channel, share }) => (share === null ? [] : [{ channel, share }]));
  const online = shares.filter(({ channel }) => ONLINE.has(channel)).reduce((sum, { share }) => sum + share, 0);
  const largest = shares
    .filter(({ channel }) => !ONLINE.has(channel))
    .reduce((one, other) => (other.share > one.share ? other : one), { channel: 'online', share: online });
  if (largest.share === 0) return words.channels.title;
  return words.channels.message(channelName(largest.channel, words), shareText(largest.share, words.locale));
}

function channelsTable(channels: readonly ChannelCell[], words: Words, stamped: Stamped): ExportedView {
  const { columns, title } = words.channels;
  return {
    ...stamped,
    name: 'channels',
    title,
    unit: words.dossierUnit,
    columns: [
      { name: columns.channel, kind: 'text' },
      { name: columns.received, kind: 'number' },
      { name: columns.share, kind: 'share' },
      { name: columns.month, kind: 'share' },
    ],
    rows: channels.map(({ channel, received, share, monthShare }) => [
      channelName(channel, words),
      received,
      share,
      monthShare,
    ]),
  };
}
