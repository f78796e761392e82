import { describe, expect, test } from 'vitest';

import { defaultLimits } from '../limits.ts';
import { readAll, recordsIn } from '../read-all.ts';
import { rssReader } from './rss-reader.ts';
import { atomXml, itemXml, rdfXml, rssXml } from './rss-sample.ts';

async function read(text: string, options: Parameters<typeof readAll>[2] = {}) {
  const parsed = await readAll(rssReader, Buffer.from(text), options, 97);
  return {
    parsed,
    readings: recordsIn(parsed, 'observation'),
    cases: recordsIn(parsed, 'dossier-event'),
    rejections: parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : [])),
  };
}

describe('an item', () => {
  test('is counted under its topic, at the moment when it appeared', async () => {
    const { readings, cases } = await read(rssXml([itemXml()]));

    expect(readings).toMatchObject([
      {
        recordId: 'BC-1|item',
        feed: 'press',
        entity: 'giao-thong',
        metric: 'item',
        value: 1,
        occurredAt: '2026-11-24T03:42:07.000Z',
      },
    ]);
    expect(cases).toEqual([]);
  });

  test('has the tone that its source states, and no other', async () => {
    const list = 'https://press.example/tone';
    const { readings, parsed } = await read(
      rssXml([
        itemXml(`<category domain="${list}">Tiêu cực</category>`, 'BC-1'),
        itemXml(`<category domain="${list}">positive</category>`, 'BC-2'),
        itemXml(`<category domain="${list}">angry</category>`, 'BC-3'),
        itemXml('', 'BC-4'),
      ]),
    );

    const tones = readings.filter(({ metric }) => metric === 'tone');
    expect(tones.map(({ recordId, value }) => [recordId, value])).toEqual([
      ['BC-1|tone', -1],
      ['BC-2|tone', 1],
    ]);
    expect(parsed).toContainEqual({ kind: 'remark', name: 'tone-not-known', count: 1 });
  });

  test('that waits for a reply is a case with a deadline, and its reply a later version of it', async () => {
    const by = '<press:replyBy>2026-11-30</press:replyBy>';
    const before = await read(rssXml([itemXml(by)]));
    const after = await read(rssXml([itemXml(`${by}<press:repliedAt>2026-11-26T09:00:00+07:00</press:repliedAt>`)]));

    const [open] = before.cases;
    const [replied] = after.cases;
    expect(open).toMatchObject({
      recordId: 'case:BC-1',
      caseKind: 'press-item',
      procedure: 'giao-thong',
      due: { at: '2026-11-30T16:59:59.999Z', precision: 'day' },
      steps: [{ step: 'received', at: '2026-11-24T03:42:07.000Z' }],
    });
    expect(replied?.steps.map(({ step }) => step)).toEqual(['received', 'handled']);
    expect(replied?.version).toBeGreaterThan(open?.version ?? Infinity);
  });

  test('without a deadline has none, and one that needs no reply any more is closed', async () => {
    const { cases, parsed } = await read(
      rssXml([
        itemXml('<press:replyNeeded/>', 'BC-1'),
        itemXml('<press:replyWaivedAt>2026-11-25T09:00:00+07:00</press:replyWaivedAt>', 'BC-2'),
      ]),
    );

    expect(cases.map(({ due, steps }) => [due, steps.at(-1)?.step])).toEqual([
      [undefined, 'received'],
      [undefined, 'withdrawn'],
    ]);
    expect(parsed).toContainEqual({ kind: 'remark', name: 'no-due', count: 2 });
  });

  test.each([
    ['a time', itemXml('', 'BC-9', ''), 'missing-field', 'pubDate'],
    ['a time that is one', itemXml('', 'BC-9', 'yesterday'), 'bad-time', 'pubDate'],
    ['a zone that anybody knows', itemXml('', 'BC-9', 'Tue, 24 Nov 2026 10:42:07 ICT'), 'bad-time', 'pubDate'],
    ['an id', '<item><pubDate>24 Nov 2026 10:42 GMT</pubDate></item>', 'missing-field', 'guid'],
    ['a deadline that is one', itemXml('<press:replyBy>soon</press:replyBy>'), 'bad-time', 'replyBy'],
  ])('without %s is refused, and its neighbour is not', async (_, item, reason, field) => {
    const { readings, rejections } = await read(rssXml([item, itemXml('', 'BC-10')]));

    expect(rejections).toMatchObject([{ reason, fields: [field] }]);
    expect(readings.map(({ recordId }) => recordId)).toContain('BC-10|item');
  });

  test('whose id is a long address is known again by its digest', async () => {
    const long = `https://bao.example/tin?id=${'7'.repeat(300)}&amp;x=1`;

    const [one] = (await read(rssXml([itemXml('', long)]))).readings;
    const [other] = (await read(rssXml([itemXml('', `${long}2`)]))).readings;

    expect(one?.recordId).toMatch(/^news-.{22}\|item$/);
    expect(other?.recordId).not.toBe(one?.recordId);
  });
});

describe('a feed', () => {
  test('of Atom and of RSS 1.0 is read like one of RSS 2.0', async () => {
    const atom = await read(atomXml('<press:replyBy>2026-11-30T17:00:00+07:00</press:replyBy>'));
    const rdf = await read(rdfXml());

    expect(atom.readings).toMatchObject([{ entity: 'moi-truong', occurredAt: '2026-11-24T03:42:07.000Z' }]);
    expect(atom.cases).toMatchObject([{ due: { at: '2026-11-30T10:00:00.000Z' } }]);
    expect(rdf.readings).toMatchObject([{ recordId: 'https://bao.example/9|item', entity: 'van-hoa' }]);
  });

  test('gives no name of a person and no text', async () => {
    const people = '<author>secret@bao.example (Secret Name)</author><dc:creator>Secret Name</dc:creator>';
    const texts = '<description>Secret</description><source url="x">Secret</source>';

    const all = await Promise.all([read(rssXml([itemXml(people + texts)])), read(atomXml()), read(rdfXml())]);

    expect(JSON.stringify(all.map(({ parsed }) => parsed))).not.toMatch(/secret|Tiêu đề/i);
  });

  test('without items is an empty answer, no error', async () => {
    expect((await read(rssXml([]))).parsed).toEqual([]);
  });

  test.each([
    ['a document type', '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel/></rss>'],
    ['an entity that nobody declared', rssXml([itemXml('<category>&bomb;</category>')])],
    ['something else', '<urlset><url/></urlset>'],
    ['half of itself', rssXml([itemXml()]).slice(0, 500)],
    ['nothing', ''],
  ])('that is %s is refused with a place and a remedy', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'BAD_FILE',
      place: expect.any(String),
      remedy: expect.any(String),
    });
  });

  test('with an item of too many parts loses that item only', async () => {
    const { rejections, readings } = await read(
      rssXml([itemXml('<category>x</category>'.repeat(6000), 'BC-1'), itemXml('', 'BC-2')]),
    );

    expect(rejections).toMatchObject([{ reason: 'too-large' }]);
    expect(readings).toHaveLength(1);
  });

  test('whose text never ends is refused before it is held', async () => {
    const limits = { ...defaultLimits, textBytes: 10_000 };

    await expect(read(rssXml([itemXml('x'.repeat(50_000))]), { limits })).rejects.toMatchObject({ code: 'BAD_FILE' });
  });
});

describe('times of mails', () => {
  test.each([
    ['Tue, 24 Nov 2026 10:42:07 +0700', '2026-11-24T03:42:07.000Z'],
    ['24 Nov 26 10:42 GMT', '2026-11-24T10:42:00.000Z'],
    ['Tuesday, 24 November 2026 10:42:07 EST', '2026-11-24T15:42:07.000Z'],
    ['Tue, 24 Nov 2026 10:42:07', '2026-11-24T03:42:07.000Z'],
    ['2026-11-24T10:42:07+07:00', '2026-11-24T03:42:07.000Z'],
  ])('%s', async (text, instant) => {
    const { readings } = await read(rssXml([itemXml('', 'BC-1', text)]), { zone: 'Asia/Ho_Chi_Minh' });

    expect(readings[0]?.occurredAt).toBe(instant);
  });
});
