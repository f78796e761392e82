import { numberText, type Language } from '@flagtower/charts';
import type { Inspection } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';

/** What the service made of the file's first bytes. */
export function FileFacts({ file, inspection }: { readonly file: File; readonly inspection: Inspection }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale];
  const { personalColumns, sample, format, gzip } = inspection;
  const columns = inspection.columns.filter((column) => !personalColumns.includes(column));
  return (
    <div>
      <p>
        <strong>{file.name}</strong> · {sizeText(file.size, locale)} · {words.format}{' '}
        <strong>{format.toUpperCase()}</strong>
        {gzip ? ` · ${words.file.packed}` : ''}
      </p>
      {personalColumns.length === 0 ? null : <p className="note">{words.file.personal(personalColumns.join(', '))}</p>}
      {sample.length === 0 ? null : (
        <section className="import-sample" aria-label={words.file.sample}>
          <table>
            <caption className="note">{words.file.sample}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sample.map((row, at) => (
                // Rows of a sample have no identity and never move.
                // oxlint-disable-next-line react/no-array-index-key
                <tr key={at}>
                  {columns.map((column) => (
                    <td key={column}>{row[column] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

/** Symbols of units are the same in both languages. */
function sizeText(bytes: number, language: Language): string {
  return bytes < 1e6
    ? `${numberText(Math.ceil(bytes / 1e3), language)} kB`
    : `${numberText(bytes / 1e6, language, 1)} MB`;
}
