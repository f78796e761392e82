import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import type { FoundElement, XmlElement } from '../xml/element-finder.ts';
import { partsAt, partsBelow, textAt } from '../xml/element-parts.ts';
import { readingsOf } from './basic-data.ts';
import { pointsOf } from './places.ts';
import type { Publication } from './publication.ts';

/**
 * Readings of a measurement site. A site measures lanes and kinds of vehicles by index, and what an index stands for is in
 * another publication: index 0 is the site itself, any other is told as a thing of its own in the group of its site.
 */
export function siteReadings(site: FoundElement, publication: Publication): Parsed[] {
  const { line } = site;
  if (site.tooLarge) return [rejected(line, 'too-large', [], `Split the site at line ${line}: it has too many parts`)];
  const [reference] = partsAt(site, 'measurementSiteReference');
  const id = (reference?.attributes['id'] ?? '').trim();
  if (id === '')
    return [
      rejected(
        line,
        'bad-identity',
        ['measurementSiteReference'],
        `Name the site at line ${line} by measurementSiteReference`,
      ),
    ];
  countIn(publication.tally, 'sites');
  const time = timeOf(site, 'measurementTimeDefault', publication);
  if (time === undefined) return [badTime(line, 'measurementTimeDefault')];
  const point = pointsOf(site, publication.tally)[0] ?? null;
  return site.children
    .filter(({ name }) => name === 'measuredValue' || name === 'physicalQuantity')
    .flatMap((value) => {
      const index = (value.attributes['index'] ?? '0').trim().slice(0, 20);
      const entity = index === '0' || index === '' ? id : `${id}/${index}`;
      return partsBelow(value, 'basicData').flatMap((basicData) => {
        const own = timeOf(basicData, 'measurementOrCalculationTime', publication);
        if (own === undefined) return [badTime(line, 'measurementOrCalculationTime')];
        const atMs = own ?? time ?? publication.atMs;
        return readingsOf(basicData, { line, entity, atMs, group: id, point }, publication);
      });
    });
}

/** @returns `null` where it is not told, `undefined` where it cannot be read */
export function timeOf(element: XmlElement, name: string, { read }: Publication): number | null | undefined {
  // Version 3 may wrap the time in an element of its own.
  const text = textAt(element, name) || textAt(element, name, 'timeValue');
  return text === '' ? null : read(text, 'start')?.epochMs;
}

export function badTime(line: number, name: string): Parsed {
  return rejected(line, 'bad-time', [name], `Write ${name} as 2026-11-24T10:42:07+07:00, line ${line}`);
}
