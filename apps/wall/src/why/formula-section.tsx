import { numberText } from '@flagtower/charts';
import type { Explanation } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { formulaNumbers } from './formula-numbers.ts';
import { valueText } from './value-text.ts';
import { whyWords } from './why-words.ts';

/** The formula with its numbers, and whether they make the number that is shown. */
export function FormulaSection({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { locale } = useWords();
  const words = whyWords[locale];
  const { unitOfMeasure } = explanation.definition;
  const numbers = formulaNumbers(explanation);
  if (explanation.definition.formula.kind === 'handling-time')
    return (
      <section>
        <h3>2 · {words.formula}</h3>
        <p>{words.byStatistic}</p>
      </section>
    );
  if (numbers === null) return null;
  const line = (terms: typeof numbers.numerator): string =>
    terms
      .map(({ measure, sign, sum }, index) => {
        const joint = sign < 0 ? ' − ' : index === 0 ? '' : ' + ';
        return `${joint}${numberText(sum, locale)} ${words.measures[measure] ?? measure}`;
      })
      .join('');
  return (
    <section>
      <h3>2 · {words.formula}</h3>
      <p className="why-formula">
        <span className="why-fraction">
          <span>{line(numbers.numerator)}</span>
          {numbers.denominator.length === 0 ? null : <span className="why-lower">{line(numbers.denominator)}</span>}
        </span>
        <span>= {valueText(explanation.answer.values[0]?.value ?? null, unitOfMeasure, locale)}</span>
      </p>
      <p className="note">
        <Mark level={numbers.matches ? 'normal' : 'critical'} name={null} size={14} />{' '}
        {numbers.matches ? words.matches : words.differs(valueText(numbers.value, unitOfMeasure, locale))}
      </p>
    </section>
  );
}
