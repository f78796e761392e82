import type { ProcedureInput } from './city-input.ts';

type Limit = NonNullable<ProcedureInput['timeLimits']>[number];

/** Of a text that was read: where. `null`: its wording was not found, so the limit rests on what we knew of it. */
interface Read {
  readonly checked: string | null;
}

function since(validFrom: string, workingDays: number, basis: Limit['basis'], { checked }: Read): Limit[] {
  return [{ workingDays, validFrom, validTo: null, basis, checked }];
}

interface Text {
  readonly vi: string;
  readonly en: string;
}

const civilStatus: Text = { vi: 'Luật Hộ tịch số 60/2014/QH13', en: 'Law on Civil Status 60/2014/QH13' };
const civilDecree = decree('123/2015/NĐ-CP');
const residence: Text = { vi: 'Luật Cư trú số 68/2020/QH14', en: 'Law on Residence 68/2020/QH14' };

function decree(number: string): Text {
  return { vi: `Nghị định số ${number}`, en: `Decree ${number}` };
}

/** @param clause of the article, where the limit stands in one */
function article({ vi, en }: Text, number: number, clause?: number): Limit['basis'] {
  return clause === undefined
    ? { vi: `Điều ${String(number)} ${vi}`, en: `${en}, Art. ${String(number)}` }
    : {
        vi: `Khoản ${String(clause)} Điều ${String(number)} ${vi}`,
        en: `${en}, Art. ${String(number)}.${String(clause)}`,
      };
}

const codified: Read = { checked: 'Codification of the law (Pháp điển), civil status, 15.3' };
const unread: Read = { checked: null };

/**
 * Limits that the law itself gives in working days, by procedure code: the longest that handling may take where nothing has to be
 * verified first. A city may have promised less; a due date that a source tells always goes first. Not here: what is due at once or on
 * the day of receipt (copies and signatures, births, marriages, deaths), limits in calendar days (building permits) and those that we
 * did not find.
 */
export const timeLimits: ReadonlyMap<string, Limit[]> = new Map([
  [
    '2.001035',
    since('2015-04-10', 2, article(decree('23/2015/NĐ-CP'), 37), {
      checked: 'Codification of the law (Pháp điển), certification, 15.1.NĐ.37',
    }),
  ],
  ['1.004873', since('2016-01-01', 3, article(civilDecree, 22), unread)],
  ['1.004859', since('2016-01-01', 3, article(civilStatus, 28, 2), codified)],
  ['1.001022', since('2016-01-01', 3, article(civilStatus, 25, 2), codified)],
  ['1.004837', since('2016-01-01', 3, article(civilStatus, 20, 2), codified)],
  ['1.004884', since('2016-01-01', 5, article(civilDecree, 26), unread)],
  [
    '1.001612',
    [
      {
        workingDays: 3,
        validFrom: '2021-01-04',
        validTo: '2025-06-30',
        basis: article(decree('01/2021/NĐ-CP'), 87, 3),
        checked: 'Wording of Art. 87.3 as quoted in public collections of the decree',
      },
      {
        workingDays: 3,
        validFrom: '2025-07-01',
        validTo: null,
        basis: article(decree('168/2025/NĐ-CP'), 99),
        checked: 'Thư viện Pháp luật, guide to registering a household business, 2026',
      },
    ],
  ],
  [
    '1.004222',
    since('2021-07-01', 7, article(residence, 22), {
      checked: 'Ministry of Public Security, procedures on residence under Circular 66/2023/TT-BCA, 1.4',
    }),
  ],
  ['1.004194', since('2021-07-01', 3, article(residence, 28, 2), { checked: 'Wording of Art. 28 of the law' })],
]);
