import { numberText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { whyWords } from './why-words.ts';

/** The sums that the formula takes, each with how many entries and records made it. */
export function BalancesSection({ explanation: { balances } }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  if (balances.length === 0) return null;
  const hasLower = balances.some(({ role }) => role === 'denominator');
  return (
    <section>
      <h3>3 · {words.balances}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.measure}</th>
            {hasLower ? <th scope="col">{words.columns.role}</th> : null}
            <th scope="col">{words.columns.sum}</th>
            <th scope="col">{words.columns.entries}</th>
            <th scope="col">{words.columns.records}</th>
          </tr>
        </thead>
        <tbody>
          {balances.map(({ measure, role, sign, sum, entries, records }) => (
            <tr key={`${role} ${measure}`}>
              <th scope="row">
                {sign < 0 ? '− ' : ''}
                {words.measures[measure] ?? measure}
              </th>
              {hasLower ? <td>{role === 'numerator' ? words.numerator : words.denominator}</td> : null}
              <td>{numberText(sum, locale)}</td>
              <td>{numberText(entries, locale)}</td>
              <td>{numberText(records, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
