const press = 'xmlns:press="urn:flagtower:press:1"';

/** For tests: an item of RSS 2.0 or 1.0; `more` are elements after its id and date. */
export function itemXml(more = '', id = 'BC-1', pubDate = 'Tue, 24 Nov 2026 10:42:07 +0700'): string {
  return `<item><title>Tiêu đề</title><link>https://bao.example/${id}</link><guid isPermaLink="false">${id}</guid>
<pubDate>${pubDate}</pubDate><category>giao-thong</category>${more}</item>`;
}

/** For tests: RSS 2.0. */
export function rssXml(items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" ${press}>
<channel><title>Báo</title><link>https://bao.example/</link><atom:link rel="self" href="https://bao.example/rss"/>
${items.join('\n')}</channel></rss>`;
}

/** For tests: Atom 1.0 with one entry; `more` are elements after its id and dates. */
export function atomXml(more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" ${press}><title>Đài</title><id>urn:x</id><updated>2026-11-24T11:00:00+07:00</updated>
<entry><id>tag:dai.example,2026:7</id><link rel="alternate" href="https://dai.example/7"/><title>Tin</title>
<published>2026-11-24T10:42:07+07:00</published><updated>2026-11-24T10:50:00+07:00</updated>
<author><name>Secret Name</name></author><category term="moi-truong"/>${more}<summary>Secret</summary></entry></feed>`;
}

/** For tests: RSS 1.0 with one item, which stands beside its channel. */
export function rdfXml(): string {
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://bao.example/"><title>Báo</title><items><rdf:Seq><rdf:li rdf:resource="https://bao.example/9"/></rdf:Seq></items></channel>
<item rdf:about="https://bao.example/9"><title>Tin</title><link>https://bao.example/9</link><dc:date>2026-11-24T10:42:07+07:00</dc:date><dc:subject>van-hoa</dc:subject><dc:creator>Secret</dc:creator></item></rdf:RDF>`;
}
