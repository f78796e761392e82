import type { Mapping, SeriesMapping } from '@flagtower/contracts';

import { checkedRecord } from '../checked-record.ts';
import { columnsOf, compiledField, mappedColumns, type FieldProblem, type Slots } from '../dossiers/mapped-field.ts';
import type { RowTranslator } from '../dossiers/row-translator.ts';
import type { Parsed } from '../parsed.ts';
import type { ReadOptions } from '../reader.ts';
import { rejected, remark } from '../reject.ts';
import { fold, tidy } from '../text/tidy.ts';
import { instantText, momentReader } from '../times/moment.ts';
import { measureOf, numberReader, type Measure } from './series-value.ts';

interface Column extends Measure {
  readonly column: string;
  readonly slot: number;
  readonly metric: string;
}

/**
 * Turns rows of figures into observations. A row of another resolution than the chosen one is counted and not read.
 * @throws FlagtowerError `BAD_REQUEST` for an unknown unit, zone or time format
 */
export function seriesTranslator(
  mapping: Mapping & { readonly series: SeriesMapping },
  options: ReadOptions,
): Pick<RowTranslator, 'columns' | 'take'> {
  const { series } = mapping;
  const columns = mappedColumns(mapping);
  const [atField, fromField, entityField, groupField] = (['at', 'from', 'entity', 'group'] as const).map((name) =>
    compiledField(series[name], name, columns),
  );
  const read = momentReader(mapping.timeFormats ?? ['iso'], options.zone);
  const number = numberReader(series);
  const isChosen = choice(series, columns);
  const values: Column[] = series.values.map((value) => ({
    column: value.column,
    slot: columns.indexOf(value.column),
    metric: value.metric,
    ...measureOf(value),
  }));
  const atPlace = columnsOf(series.at)[0] ?? 'at';
  const shared = { version: options.asOf === null ? 0 : Date.parse(options.asOf), feed: options.feed ?? series.feed };

  const take = (line: number, row: Slots, out: Parsed[]): void => {
    if (!isChosen(row)) {
      out.push(remark('rows-not-chosen'));
      return;
    }
    const problems: FieldProblem[] = [];
    // A period ends with the last moment of its last day.
    const moment = read(atField?.(row, problems) ?? '', series.from === undefined ? 'start' : 'end');
    const from = series.from === undefined ? undefined : read(fromField?.(row, problems) ?? '', 'start');
    const entity = entityField?.(row, problems) ?? '';
    const group = groupField?.(row, problems) ?? null;
    const [problem] = problems;
    if (problem !== undefined) out.push(rejected(line, problem.reason, [problem.place], problem.remedy));
    else if (moment === null || from === null)
      out.push(rejected(line, 'bad-time', [atPlace], `Mend the time in row ${line}, or name its form`));
    else {
      if (moment.doubt !== null) out.push(remark(moment.doubt));
      const occurredAt = instantText(moment.epochMs);
      const ofRow = {
        ...shared,
        kind: 'observation' as const,
        entity,
        occurredAt,
        ...(from !== undefined && { periodFrom: instantText(from.epochMs) }),
        ...(group !== null && { group }),
      };
      for (const value of values) takeValue(line, tidy(row[value.slot] ?? ''), value, ofRow, out);
    }
  };
  const takeValue = (
    line: number,
    text: string,
    { column, metric, unitOfMeasure, inUnit }: Column,
    ofRow: OfRow,
    out: Parsed[],
  ): void => {
    const value = number(text);
    if (value === undefined) {
      out.push(
        rejected(
          line,
          'bad-value',
          [column],
          `Column “${column}” holds no number: correct it, or name its word in absent`,
        ),
      );
      return;
    }
    if (value === null) out.push(remark('absent-values'));
    out.push(
      checkedRecord(line, 'row', {
        ...ofRow,
        recordId: `${ofRow.entity}|${metric}|${ofRow.occurredAt}`,
        metric,
        unitOfMeasure,
        ...(value === null ? { value, absent: 'not-measured' } : { value: inUnit(value) }),
      }),
    );
  };
  return { columns, take };
}

interface OfRow {
  readonly kind: 'observation';
  readonly version: number;
  readonly feed: string;
  readonly entity: string;
  readonly occurredAt: string;
  readonly periodFrom?: string;
  readonly group?: string;
}

/** Whether a row is one of those that the mapping reads. */
function choice({ only }: SeriesMapping, columns: readonly string[]): (row: Slots) => boolean {
  const wanted = Object.entries(only ?? {}).map(([column, words]) => ({
    slot: columns.indexOf(column),
    words: new Set(words.map(fold)),
  }));
  return (row) => wanted.every(({ slot, words }) => words.has(fold(row[slot] ?? '')));
}
