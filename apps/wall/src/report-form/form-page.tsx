import { formAnswerSchema, unitCodeSchema, type FormAnswer } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { PeriodPage, type ShownPeriod } from '../period/period-page.tsx';
import { useWords } from '../words/language.tsx';
import { drillHref } from './drill-href.ts';
import { FormFiles } from './form-files.tsx';
import { FormNotes } from './form-notes.tsx';
import { linesOf, type FormLine } from './form-rows.ts';
import { FormTable } from './form-table.tsx';
import { formWords } from './form-words.ts';
import { lineName } from './line-name.ts';

import './form.css';

/** The official report form: a unit and those below it, one period, at one cut. */
export function FormPage(): ReactNode {
  const { locale } = useWords();
  return (
    <PeriodPage path="/form" title={formWords[locale].title} source="/v1/form" schema={formAnswerSchema}>
      {(shown) => <Form {...shown} />}
    </PeriodPage>
  );
}

function Form({
  answer,
  units,
  unitName,
  periodName,
  search,
  days,
  href,
  cutLine,
}: ShownPeriod<FormAnswer>): ReactNode {
  const { locale } = useWords();
  const nameOf = (line: FormLine): string => lineName(line, units, locale);
  const title = formWords[locale].caption(unitName, periodName);
  const lines = linesOf(answer);
  const hrefOf = (unit: string | null): string | null => {
    if (unit === null) return null;
    const hasForm = units.some(({ parent }) => parent === unit);
    return hasForm
      ? href({ unit: unitCodeSchema.parse(unit) })
      : drillHref(unit, { period: search.period, days, cut: answer });
  };
  return (
    <>
      <div className="report-line">
        {cutLine}
        <FormFiles title={title} lines={lines} nameOf={nameOf} cut={answer} />
      </div>
      <FormTable
        caption={title}
        lines={lines}
        nameOf={nameOf}
        hrefOf={({ kind, unit }) => hrefOf(kind === 'unit' ? unit : null)}
      />
      <FormNotes total={lines[0]} />
    </>
  );
}
