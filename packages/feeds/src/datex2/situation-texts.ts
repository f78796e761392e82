import type { Notice } from '@flagtower/contracts';

import { countIn } from '../tally.ts';
import { tidy } from '../text/tidy.ts';
import type { XmlElement } from '../xml/element-finder.ts';
import { partsAt, textAt } from '../xml/element-parts.ts';
import type { Publication } from './publication.ts';

type Text = Notice['texts'][number];

const maxDescription = 4000;
const maxTexts = 20;

/**
 * The comments that are meant for the public, a text a language; `event` is the record's type, which a page can translate.
 * Words of a situation that is not marked as open to all are left out and counted.
 */
export function situationTexts(type: string, situation: XmlElement, { language, tally }: Publication): Text[] {
  const event = type.slice(0, 200);
  const nothing: Text[] = [{ language: 'und', event }];
  const values = partsAt(situation, 'situationRecord', 'generalPublicComment', 'comment', 'values', 'value');
  if (values.length === 0) return nothing;
  const confidentiality = textAt(situation, 'headerInformation', 'confidentiality');
  if (confidentiality !== '' && confidentiality !== 'noRestriction') {
    countIn(tally, 'words-not-public', values.length);
    return nothing;
  }
  const words = Map.groupBy(values, ({ attributes }) => (attributes['lang'] ?? language).slice(0, 35));
  return [...words].slice(0, maxTexts).map(([spoken, parts]) => ({
    language: spoken,
    event,
    description: [...new Set(parts.map(({ text }) => tidy(text)))].join('\n').slice(0, maxDescription),
  }));
}
