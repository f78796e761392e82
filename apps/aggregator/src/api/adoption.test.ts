import { kpiAnswerSchema } from '@flagtower/contracts';
import { expect } from 'vitest';

import { dossierLine } from '../testing/dossier-lines.ts';
import { bearer, test, type TestService } from '../testing/test-service.ts';

const header =
  'Mã thủ tục;Tên thủ tục;Mã lĩnh vực;Cấp thực hiện;Mức độ;Có phí, lệ phí;Thanh toán trực tuyến;Thời hạn (ngày làm việc);Căn cứ thời hạn;Hiệu lực từ;Hiệu lực đến';
const rows = [
  'P1;Một;g;Xã;Mức độ 3;Có;Không;;;01/01/2019;23/06/2022',
  'P1;Một;g;Xã;Toàn trình;Có;Có;;;24/06/2022;',
  'P2;Hai;g;Xã;Một phần;Có;Không;;;24/06/2022;',
  'P3;Ba;g;Sở;Không;Không;;;;24/06/2022;',
];

async function sendFile({ app }: TestService, key: string, text: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'thu-tuc.csv');
  const encoded = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/intake/register/file',
    headers: { ...bearer(key), 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  return answer.body;
}

function dossier(code: string, procedure: string, day: string, more: object): string {
  return dossierLine(code, `2026-03-${day}T02:00:00.000Z`, { procedure, channel: 'online', ...more });
}

async function valueOf({ app }: TestService, kpi: string, query: string): Promise<unknown> {
  const { values } = kpiAnswerSchema.parse((await app.inject(`/v1/kpis/${kpi}?${query}`)).json());
  const { value, numerator, denominator } = values[0] ?? {};
  return [value, numerator, denominator];
}

test('adoption is counted from a catalogue that was imported and the dossiers that were told', async ({ service }) => {
  const nobody = await valueOf(service, 'services.procedures-online-share', '');
  const imported = await sendFile(service, await service.source('register'), [header, ...rows].join('\n'));
  const key = await service.source('hall');
  const handled = (day: string) => ({
    steps: [
      { step: 'received', at: '2026-03-02T02:00:00.000Z' },
      { step: 'handled', at: `2026-03-${day}T03:00:00.000Z` },
    ],
  });
  const lines = [
    dossier('A', 'P1', '02', { ...handled('03'), payment: 'online', result: 'digital' }),
    dossier('B', 'P1', '02', { ...handled('04'), payment: 'other', result: 'paper', channel: 'at-home' }),
    dossier('C', 'P2', '02', { channel: 'desk' }),
    dossier('D', 'P3', '02', { ...handled('05'), payment: 'none', channel: 'desk' }),
  ];
  await service.app.inject({ method: 'POST', url: '/v1/intake/hall', headers: bearer(key), payload: lines.join('\n') });
  const march = 'from=2026-03-01&to=2026-03-29&at=2026-03-29';
  const read = async (kpi: string, query = march) => await valueOf(service, kpi, query);

  expect(nobody).toEqual([null, null, null]);
  expect(imported).toContain('"catalogueItems":4');
  expect(await read('services.procedures-online-share')).toEqual([2 / 3, 2, 3]);
  expect(await read('services.procedures-online-share', 'at=2020-01-01')).toEqual([1, 1, 1]);
  expect(await read('services.procedures-online-share', `${march}&unit=00004`)).toEqual([1, 2, 2]);
  expect(await read('services.online-with-dossier-share')).toEqual([0.5, 1, 2]);
  expect(await read('services.payable-online-share')).toEqual([0.5, 1, 2]);
  expect(await read('dossiers.at-home-share', `${march}&source=hall`)).toEqual([0.5, 1, 2]);
  expect(await read('dossiers.paid-online-share', `${march}&source=hall`)).toEqual([0.5, 1, 2]);
  expect(await read('dossiers.digital-result-share', `${march}&source=hall`)).toEqual([0.5, 1, 2]);
  const parts = async (kpi: string, by: string): Promise<unknown> => {
    const { values } = kpiAnswerSchema.parse((await service.app.inject(`/v1/kpis/${kpi}?${march}&by=${by}`)).json());
    return Object.fromEntries(values.map((part) => [part.key[by], [part.numerator, part.denominator]]));
  };
  expect(await parts('services.procedures-online-share', 'level')).toEqual({ department: [0, 1], commune: [2, 2] });
  expect(await parts('services.online-with-dossier-share', 'level')).toEqual({ commune: [1, 2] });
  // Every unit is asked what its level handles, and whether something was sent to it.
  const byUnit = await parts('services.online-with-dossier-share', 'unit');
  expect(byUnit).toMatchObject({ '00004': [1, 2], '00008': [0, 2] });
  expect((await service.app.inject(`/v1/kpis/services.payable-online-share?${march}&by=channel`)).statusCode).toBe(400);
  // 28 days before 29 March 2026 have 20 working days; three were handled, one is open.
  expect(await read('dossiers.backlog-days', 'at=2026-03-29&source=hall')).toEqual([1 / (3 / 20), 1, 3 / 20]);
  expect((await service.app.inject('/v1/catalogue?source=register')).json()).toMatchObject({
    items: rows.map(() => ({ source: 'register' })),
  });
  const why = await service.app.inject('/v1/kpis/dossiers.backlog-days/explain');
  expect(why.json()).toMatchObject({ code: 'BAD_REQUEST', remedy: expect.stringContaining('dossiers.open') });
});
