import type { ChartOrder } from '@flagtower/charts/chart-drawing';
import type { ExportedColumn, ExportedView } from '@flagtower/charts/exported-view';
import { FlagtowerError, type KpiAnswer, type LedgerName } from '@flagtower/contracts';
import { headsWithin, ledgerTime, readDossiers } from '@flagtower/store';

import { cutOf } from '../questions/cut.ts';
import { answerKpi, type KpiDesk, type KpiWords } from '../questions/kpi-question.ts';
import { trendView } from './trend-view.ts';

type Language = ExportedView['language'];

/** Views that leave the product as a file. */
export const exportNames = ['kpis', 'dossiers', 'trend'] as const;
export type ExportName = (typeof exportNames)[number];

export interface ExportOrder {
  readonly name: ExportName;
  readonly language: Language;
  readonly words: KpiWords;
  /** The figure of a trend; absent: dossiers received. */
  readonly kpi?: string | undefined;
}

/** A table that leaves the product, and the chart of it where it has one. */
export interface Exported {
  readonly view: ExportedView;
  readonly chart: ChartOrder | null;
}

const marks: Readonly<Record<LedgerName, Record<Language, string> | null>> = {
  real: null,
  trial: { vi: 'SỐ LIỆU THỬ', en: 'TRIAL DATA' },
  simulated: { vi: 'SỐ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
};

/** The table of a view at a cut, with everything a reader far away needs to know of it. */
export async function exportedView(desk: KpiDesk, order: ExportOrder): Promise<Exported> {
  if (order.name === 'trend') {
    const { kpi = 'dossiers.received', words, language } = order;
    const { answer, view, chart } = await trendView(desk, { kpi, words, language });
    return { view: { ...coverOf(desk, language, answer), ...view }, chart };
  }
  return { view: order.name === 'kpis' ? await kpiView(desk, order) : await dossierView(desk, order), chart: null };
}

async function kpiView(desk: KpiDesk, { language, words }: ExportOrder): Promise<ExportedView> {
  const answers: KpiAnswer[] = [];
  for (const { id } of desk.city.kpis) answers.push(await answerKpi(desk, id, words));
  const rows = answers.flatMap((answer) => {
    const definition = desk.city.kpis.find(({ id }) => id === answer.kpi);
    return answer.values.map(({ value, numerator, denominator, unitOfMeasure, freshness }) => [
      answer.kpi,
      definition?.names[language] ?? answer.kpi,
      value,
      numerator,
      denominator,
      unitOfMeasure,
      freshness.state,
      answer.at,
      answer.knownSeq,
      answer.ledger,
    ]);
  });
  return {
    ...coverOf(desk, language, answers[0]),
    name: `flagtower-kpis-${desk.ledger.name}`,
    title: language === 'vi' ? 'Chỉ số' : 'Figures',
    unit: words.unit ?? desk.city.names[language],
    columns: [
      text('kpi'),
      text('name'),
      number('value'),
      number('numerator'),
      number('denominator'),
      text('unitOfMeasure'),
      text('freshness'),
      text('at'),
      number('knownSeq'),
      text('ledger'),
    ],
    rows,
  };
}

function number(name: string): ExportedColumn {
  return { name, kind: 'number' };
}

function text(name: string): ExportedColumn {
  return { name, kind: 'text' };
}

/** More than this and a list is no view any more. */
const mostDossiers = 100_000;

async function dossierView(desk: KpiDesk, { language, words }: ExportOrder): Promise<ExportedView> {
  const rows: (readonly (string | null)[])[] = [];
  const { geography } = await cutOf(desk.db, desk.ledger, words, desk.now);
  const present = ledgerTime(desk.ledger.clock, desk.now);
  let after: string | null = null;
  for (;;) {
    const page = await readDossiers(
      desk.db,
      { city: desk.city, at: present },
      {
        ledgerId: desk.ledger.id,
        caseKind: 'dossier',
        units: headsWithin(desk.city, { unit: words.unit ?? null, day: geography, present }),
        procedure: null,
        channel: null,
        source: words.source ?? null,
        standing: null,
        overdueAt: null,
        after,
        limit: 500,
      },
    );
    rows.push(
      ...page.map((it) => [
        it.code,
        it.source,
        it.standing,
        it.unit,
        it.unitNames?.[language] ?? null,
        it.procedure,
        it.channel,
        it.receivedAt,
        it.dueAt,
        it.closedAt,
        desk.ledger.name,
      ]),
    );
    after = page.at(-1)?.id ?? null;
    if (page.length < 500 || after === null) break;
    if (rows.length > mostDossiers)
      throw new FlagtowerError('TOO_LARGE', `more than ${String(mostDossiers)} dossiers`, {
        remedy: 'ask for a unit or a source',
      });
  }
  const names = [
    'code',
    'source',
    'standing',
    'unit',
    'unitName',
    'procedure',
    'channel',
    'receivedAt',
    'dueAt',
    'closedAt',
    'ledger',
  ];
  return {
    ...coverOf(desk, language, undefined),
    name: `flagtower-dossiers-${desk.ledger.name}`,
    title: language === 'vi' ? 'Hồ sơ' : 'Dossiers',
    unit: words.unit ?? desk.city.names[language],
    columns: names.map((name) => ({ name, kind: 'text' })),
    rows,
  };
}

function coverOf(
  { ledger, now }: KpiDesk,
  language: Language,
  answer: KpiAnswer | undefined,
): Pick<ExportedView, 'language' | 'cut' | 'source' | 'mark'> {
  const at = answer?.at ?? new Date(now).toISOString();
  return {
    language,
    cut: `${at} (UTC), ${language === 'vi' ? 'lần ghi' : 'commit'} ${String(answer?.knownSeq ?? ledger.lastSeq)}`,
    source: [...new Set(answer?.values.flatMap(({ source }) => source) ?? [])].join(', '),
    mark: marks[ledger.name]?.[language] ?? null,
  };
}
