import type { catalogueItemSchema } from '@flagtower/contracts';
import type { z } from 'zod';

import type { CityModel } from '../../city-model.ts';
import { bearsFee } from './fees.ts';

/** A line of the intake that tells of a procedure. */
export type RegisterRecord = z.input<typeof catalogueItemSchema>;

interface Era {
  readonly from: string | null;
  readonly to: string | null;
  /** How far the procedures are offered, taken in turn. */
  readonly levels: readonly [
    NonNullable<RegisterRecord['serviceLevel']>,
    ...NonNullable<RegisterRecord['serviceLevel']>[],
  ];
}

/**
 * How services were offered over time. Known of Hanoi: 55% at level 3 or 4 at the end of 2018 (916 and 139 of about 1,918);
 * everything online since 3 September 2025. Which procedure stood where is assumed, as is the mix between 2022 and 2025.
 */
const eras: readonly Era[] = [
  {
    from: null,
    to: '2022-06-23',
    levels: [
      'level-3',
      'level-2',
      'level-3',
      'level-2',
      'level-3',
      'level-2',
      'level-3',
      'level-2',
      'level-3',
      'level-4',
      'level-1',
    ],
  },
  { from: '2022-06-24', to: '2025-09-02', levels: ['partial', 'full', 'partial', 'none', 'full'] },
  { from: '2025-09-03', to: null, levels: ['full', 'partial', 'full'] },
];

/** The city's procedures as its one-stop system lists them: the same on every run. */
export function serviceRegister({ procedures }: Pick<CityModel, 'procedures'>): RegisterRecord[] {
  return eras.flatMap(({ from, to, levels }) =>
    procedures.map(({ code, names, group }, index) => ({
      kind: 'catalogue-item' as const,
      recordId: `procedure:${code}:commune:${from ?? ''}`,
      occurredAt: '2019-01-01T00:00:00.000Z',
      itemType: 'procedure' as const,
      code,
      names: [
        { language: 'vi', name: names.vi },
        { language: 'en', name: names.en },
      ],
      group,
      competence: ['commune' as const],
      serviceLevel: levels[index % levels.length] ?? levels[0],
      feeBearing: bearsFee(group),
      // Assumed: what can be done as a whole online can be paid online.
      ...(bearsFee(group) ? { payableOnline: (levels[index % levels.length] ?? levels[0]) === 'full' } : {}),
      validFrom: from,
      validTo: to,
    })),
  );
}
