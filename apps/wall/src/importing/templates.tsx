import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

const SHAPES = ['dossiers', 'events'] as const;
const FORMATS = ['csv', 'xlsx'] as const;

/** Our own template to download, empty or filled with an example, in both of its shapes and formats. */
export function Templates(): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].templates;
  return (
    <section className="import-templates" aria-label={words.title}>
      <p>{words.title}</p>
      <ul>
        {SHAPES.map((shape) => (
          <li key={shape}>
            <span className="import-template-name">{words.shapes[shape]}</span>
            {[false, true].map((filled) => (
              <span key={String(filled)} className="import-template-files">
                <span className="label">{filled ? words.filled : words.empty}</span>
                {FORMATS.map((format) => (
                  <a
                    key={format}
                    href={`/v1/templates/${shape}.${format}${filled ? '?filled=true' : ''}`}
                    aria-label={words.link(
                      words.shapes[shape],
                      filled ? words.filled : words.empty,
                      format.toUpperCase(),
                    )}
                    download
                  >
                    {format.toUpperCase()}
                  </a>
                ))}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
