import { numberText, clockText, dayText } from '@flagtower/charts';
import { rejectionReasonSchema, type ImportSummary } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords, type ImportWords } from './import-words.ts';

const counted = [
  'rows',
  'accepted',
  'duplicates',
  'quarantined',
  'dossiers',
  'events',
  'observations',
  'notices',
  'reports',
  'catalogueItems',
] as const;
/** Said even when zero: that nothing was refused is worth reading. */
const always: ReadonlySet<string> = new Set(['rows', 'accepted', 'duplicates', 'quarantined']);

/** How an import, or the try of one, ended: every row is in one of the counts. */
export function ImportOutcome({ summary }: { readonly summary: ImportSummary }): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale];
  const when = (at: string): string =>
    `${dayText(Date.parse(at), summary.zone)} ${clockText(Date.parse(at), summary.zone)}`;
  const { firstAt, lastAt } = summary;
  return (
    <section className="import-outcome" aria-live="polite">
      <p className="import-done">{summary.dryRun ? words.run.dryDone : words.run.done}</p>
      <dl className="import-counts">
        {counted
          .filter((name) => summary[name] > 0 || always.has(name))
          .map((name) => (
            <div key={name} data-count={name}>
              <dt>{words.counts[name]}</dt>
              <dd>{numberText(summary[name], locale)}</dd>
            </div>
          ))}
      </dl>
      {firstAt === null || lastAt === null ? null : (
        <p className="label">{words.span(when(firstAt), when(lastAt), summary.zone)}</p>
      )}
      <Counts title={words.reasonsTitle} counts={summary.reasons} nameOf={(reason) => reasonText(reason, words)} />
      <Counts title={words.remarksTitle} counts={summary.remarks} nameOf={(remark) => remark} />
    </section>
  );
}

function reasonText(reason: string, words: ImportWords): string {
  const known = rejectionReasonSchema.safeParse(reason);
  return known.success ? words.reasons[known.data] : reason;
}

function Counts({
  title,
  counts,
  nameOf,
}: {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly nameOf: (name: string) => string;
}): ReactNode {
  const { locale } = useWords();
  const entries = Object.entries(counts).toSorted(([, one], [, other]) => other - one);
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="label">{title}</h3>
      <ul>
        {entries.map(([name, count]) => (
          <li key={name}>
            {numberText(count, locale)} · {nameOf(name)}
          </li>
        ))}
      </ul>
    </>
  );
}
