import type { ChartOrder } from '@flagtower/charts/chart-drawing';
import type { ExportedView } from '@flagtower/charts/exported-view';
import { measureWord } from '@flagtower/charts/measure-words';
import { palettes } from '@flagtower/charts/palette';
import { trendOption } from '@flagtower/charts/trend-option';
import type { KpiAnswer } from '@flagtower/contracts';
import { dayNumberOf, dayOfNumber, localDayNumber, startOfDayMs } from '@flagtower/domain';

import { cutOf } from '../questions/cut.ts';
import { trendedDefinition, trendOf } from '../questions/drill-trend.ts';
import { answerKpi, type KpiDesk, type KpiWords } from '../questions/kpi-question.ts';
import { pictureFamily } from './picture-fonts.ts';

const defaultDays = 90;
const size = { width: 1100, height: 380 };

export interface Trended {
  readonly answer: KpiAnswer;
  readonly view: Pick<ExportedView, 'name' | 'title' | 'unit' | 'columns' | 'rows'>;
  readonly chart: ChartOrder;
}

/**
 * A figure by the day, from `from` or else over the last 90 days, as table and chart.
 * @throws FlagtowerError `UNKNOWN_KPI` for what has no course through time
 */
export async function trendView(
  desk: KpiDesk,
  { kpi, words, language }: { readonly kpi: string; readonly words: KpiWords; readonly language: 'vi' | 'en' },
): Promise<Trended> {
  const { zone } = desk.ledger;
  const definition = trendedDefinition(desk.city, kpi, 'kpi');
  const at = Date.parse((await cutOf(desk.db, desk.ledger, words, desk.now)).at);
  const firstDay = dayOfNumber(localDayNumber(at, zone) - defaultDays + 1).toString();
  const answer = await answerKpi(desk, kpi, { ...words, from: words.from ?? firstDay, by: 'day' });
  const from = answer.from === null ? startOfDayMs(dayNumberOf(firstDay), zone) : Date.parse(answer.from);
  const to = Math.min(at + 1, answer.to === null ? Infinity : Date.parse(answer.to));
  const { points, breaks } = trendOf(answer, definition, { by: 'day', from, to }, zone);
  const isShare = definition.unitOfMeasure === '1';
  const look = { language, palette: palettes.light, fontFamily: `'${pictureFamily}'`, unit: 1, zone };
  return {
    answer,
    view: {
      name: `flagtower-trend-${kpi.replaceAll('.', '-')}-${desk.ledger.name}`,
      title: definition.names[language],
      unit: measureWord(definition.unitOfMeasure, language),
      columns: [
        { name: language === 'vi' ? 'Ngày' : 'Day', kind: 'text' },
        { name: definition.names[language], kind: isShare ? 'share' : 'number', ...(isShare ? { digits: 2 } : {}) },
      ],
      rows: points.map(({ start, value }) => [dayOfNumber(localDayNumber(Date.parse(start), zone)).toString(), value]),
    },
    chart: { option: trendOption({ by: 'day', points, breaks, isShare }, look), ...size },
  };
}
