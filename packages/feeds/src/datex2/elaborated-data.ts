import type { Parsed } from '../parsed.ts';
import { rejected } from '../reject.ts';
import { countIn } from '../tally.ts';
import type { FoundElement, XmlElement } from '../xml/element-finder.ts';
import { partsBelow } from '../xml/element-parts.ts';
import { readingsOf } from './basic-data.ts';
import { badTime, timeOf } from './measured-site.ts';
import { pointsOf } from './places.ts';
import type { Publication } from './publication.ts';

/** Travel times and speeds that were computed for a stretch of road, which is named by its predefined location. */
export function elaboratedReadings(data: FoundElement, publication: Publication): Parsed[] {
  const { line } = data;
  if (data.tooLarge)
    return [rejected(line, 'too-large', [], `Split the elaborated data at line ${line}: it has too many parts`)];
  const id = locationId(data);
  if (id === '')
    return [
      rejected(
        line,
        'bad-identity',
        ['pertinentLocation'],
        `Name the road at line ${line} by predefinedLocationReference, or give elaboratedData an id`,
      ),
    ];
  countIn(publication.tally, 'elaborated');
  const point = pointsOf(data, publication.tally)[0] ?? null;
  return partsBelow(data, 'basicData').flatMap((basicData) => {
    const own = timeOf(basicData, 'measurementOrCalculationTime', publication);
    if (own === undefined) return [badTime(line, 'measurementOrCalculationTime')];
    return readingsOf(basicData, { line, entity: id, atMs: own ?? publication.atMs, group: id, point }, publication);
  });
}

function locationId(data: XmlElement): string {
  const reference = [
    ...partsBelow(data, 'predefinedLocationReference'),
    ...partsBelow(data, 'predefinedItineraryReference'),
  ];
  return (reference[0]?.attributes['id'] ?? data.attributes['id'] ?? '').trim();
}
