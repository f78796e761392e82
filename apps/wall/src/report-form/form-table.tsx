import { numberText } from '@flagtower/charts';
import type { FormFigure } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { PageLink } from '../navigation/page-link.tsx';
import { useWords } from '../words/language.tsx';
import { columnNumber, formGroups, lateColumns } from './form-columns.ts';
import { balanceText, checkText, remainderText, type FormLine } from './form-rows.ts';
import { formWords } from './form-words.ts';

interface FormTableProps {
  readonly caption: string;
  readonly lines: readonly FormLine[];
  readonly nameOf: (line: FormLine) => string;
  /** The form of a unit below; `null`: it has none of its own. */
  readonly hrefOf: (line: FormLine) => string | null;
}

const columns = formGroups.flatMap((group) => group.columns);

/** The form as officials know it: two header rows, the columns' numbers, a row a unit. */
export function FormTable({ caption, lines, nameOf, hrefOf }: FormTableProps): ReactNode {
  const { locale } = useWords();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls in its own box, which the keyboard must reach
    <section className="form-scroll" aria-label={caption} tabIndex={0}>
      <table className="form-table">
        <caption>{caption}</caption>
        <FormHead />
        <tbody>
          {lines.map((line, index) => (
            <FormRowLine
              key={line.key}
              line={line}
              name={nameOf(line)}
              href={hrefOf(line)}
              number={line.kind === 'unit' ? unitNumber(lines, index) : null}
              language={locale}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function unitNumber(lines: readonly FormLine[], index: number): number {
  return lines.slice(0, index + 1).filter(({ kind }) => kind === 'unit').length;
}

function FormHead(): ReactNode {
  const { locale } = useWords();
  const words = formWords[locale];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="form-unit">
          {words.unit}
        </th>
        {formGroups.map(({ group, columns: own }) => (
          <th key={group} scope="colgroup" colSpan={own.length} className="form-group">
            {words.groups[group]}
          </th>
        ))}
        <th scope="col" rowSpan={2} className="form-group">
          {words.check}
        </th>
      </tr>
      <tr>
        {columns.map((figure) => (
          <th key={figure} scope="col" className={edgeOf(figure)}>
            {words.columns[figure]}
            <span className="form-number note">({columnNumber(figure)})</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function FormRowLine({
  line,
  name,
  href,
  number,
  language,
}: {
  readonly line: FormLine;
  readonly name: string;
  readonly href: string | null;
  readonly number: number | null;
  readonly language: 'vi' | 'en';
}): ReactNode {
  const check = checkText(line, language);
  const beside = remainderText(line, language);
  const balance = balanceText(line, language);
  return (
    <tr data-kind={line.kind} title={beside === '' ? undefined : `${formWords[language].beside}: ${beside}`}>
      <th scope="row" className="form-unit">
        {number === null ? null : <span className="form-order note">{number}</span>}
        <span className="form-name">{href === null ? name : <PageLink href={href}>{name}</PageLink>}</span>
      </th>
      {columns.map((figure) => (
        <td key={figure} className={edgeOf(figure)} data-late={isLate(line, figure)}>
          {cellText(line.figures[figure], language)}
        </td>
      ))}
      <td className="form-check form-edge" data-state={check.state} title={check.long}>
        <span aria-hidden="true">{check.short}</span>
        <span className="visually-hidden">{check.long}</span>
        {balance === '' ? null : <span className="form-balance note">{balance}</span>}
      </td>
    </tr>
  );
}

function isLate({ figures }: FormLine, figure: FormFigure): boolean {
  return lateColumns.has(figure) && (figures[figure] ?? 0) > 0;
}

function cellText(value: number | null, language: 'vi' | 'en'): string {
  return value === null ? '–' : numberText(value, language);
}

/** The first column of a group has a line before it. */
function edgeOf(figure: FormFigure): string | undefined {
  return formGroups.some(({ columns: [first] }) => first === figure) ? 'form-edge' : undefined;
}
