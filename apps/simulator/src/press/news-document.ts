import { instantText } from '../calendar/instant-text.ts';
import type { PressItem } from './press-items.ts';

const press = 'xmlns:press="urn:flagtower:press:1"';
const toneList = 'urn:flagtower:press:tone';

/** RSS 2.0 of a page as it stands at a moment: a reply that is still to come is not told. */
export function rssDocument(items: readonly PressItem[], at: number): string {
  const each = items.map(
    (item) =>
      `<item><title>${titleOf(item)}</title><guid isPermaLink="false">${item.id}</guid>` +
      `<pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate><category>${item.topic}</category>` +
      `${item.tone === null ? '' : `<category domain="${toneList}">${item.tone}</category>`}${replyXml(item, at)}</item>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${press}><channel><title>Báo chí về Thành phố (mô phỏng)</title>`,
    '<link>http://127.0.0.1/</link><description>Dữ liệu mô phỏng / Simulated data</description>',
    ...each,
    '</channel></rss>\n',
  ].join('\n');
}

/** Atom 1.0 of the same. */
export function atomDocument(items: readonly PressItem[], at: number): string {
  const each = items.map((item) => {
    const replied = item.reply !== null && item.reply.repliedAt <= at ? item.reply.repliedAt : item.publishedAt;
    return (
      `<entry><id>${item.id}</id><title>${titleOf(item)}</title><published>${instantText(item.publishedAt)}</published>` +
      `<updated>${instantText(replied)}</updated><category term="${item.topic}"/>` +
      `${item.tone === null ? '' : `<category scheme="${toneList}" term="${item.tone}"/>`}${replyXml(item, at)}</entry>`
    );
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" ${press}><id>urn:flagtower:simulated:broadcasters</id>`,
    `<title>Phát thanh, truyền hình về Thành phố (mô phỏng)</title><updated>${instantText(at)}</updated>`,
    '<author><name>Flagtower</name></author>',
    ...each,
    '</feed>\n',
  ].join('\n');
}

function titleOf({ topic, id }: PressItem): string {
  return `Tin mô phỏng ${id} (${topic})`;
}

function replyXml({ reply }: PressItem, at: number): string {
  if (reply === null) return '';
  const replied = reply.repliedAt <= at ? `<press:repliedAt>${instantText(reply.repliedAt)}</press:repliedAt>` : '';
  return `<press:replyBy>${instantText(reply.dueAt)}</press:replyBy>${replied}`;
}
