import { csvTable } from '@flagtower/charts/csv';
import { measureWord } from '@flagtower/charts/measure-words';
import type { City } from '@flagtower/contracts';
import { reportColumns } from '@flagtower/feeds';

type Language = 'vi' | 'en';

/**
 * A table to fill in: a line for every stated figure, for the whole city; whoever answers for a district writes its code.
 * Lines that stay empty are not read.
 */
export function reportTemplate(city: City, language: Language): string {
  const rows = city.kpis.flatMap(({ formula, names, unitOfMeasure }) =>
    formula.kind === 'stated'
      ? [[formula.indicator, names[language], city.root, '', '', '', '', measureWord(unitOfMeasure, language), '']]
      : [],
  );
  return csvTable({
    language,
    columns: reportColumns.map(({ headings }) => ({ name: headings[language], kind: 'text' })),
    rows,
  });
}
