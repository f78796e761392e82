import { mappingSchema, type SeriesMapping } from '@flagtower/contracts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';

import { breakage, broken, isClearRefusal, keepsTheContract } from '../breakage.ts';
import { csvReader } from '../csv/csv-reader.ts';
import { inspect } from '../inspect/inspect.ts';
import type { Parsed } from '../parsed.ts';
import { readAll, recordsIn, remarksIn } from '../read-all.ts';
import { xlsxReader } from '../xlsx/xlsx-reader.ts';

const mappingOf = (more: Partial<SeriesMapping> = {}, skip: object = {}) =>
  mappingSchema.parse({
    mapping: 1,
    name: 'Rain',
    shape: 'series',
    timeFormats: ['iso', 'dd/MM/yyyy'],
    series: {
      feed: 'weather',
      at: 'Ngày',
      entity: 'Trạm',
      values: [
        { column: 'Mưa', metric: 'rain', unit: 'mm' },
        { column: 'Nhiệt độ', metric: 'temperature', unit: 'K', keepAs: 'Cel' },
      ],
      ...more,
    },
    ...skip,
  });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (text: string, mapping = mappingOf(), chunk = 4096): Promise<Parsed[]> =>
  await readAll(csvReader, bytes(text), { mapping }, chunk);
const sample = 'Ngày,Trạm,Mưa,Nhiệt độ,Kỳ\n24/11/2026,S1,0,293.15,ngày\n25/11/2026,S1,NAN,,ngày\n';

describe('a table of figures', () => {
  test('gives one reading a figure, in the unit in which it is kept', async () => {
    const parsed = await read(sample);

    expect(recordsIn(parsed, 'observation')).toMatchObject([
      { entity: 'S1', metric: 'rain', value: 0, unitOfMeasure: 'mm', occurredAt: '2026-11-23T17:00:00.000Z' },
      { metric: 'temperature', value: 20, unitOfMeasure: 'Cel' },
      { metric: 'rain', value: null, absent: 'not-measured', occurredAt: '2026-11-24T17:00:00.000Z' },
      { metric: 'temperature', value: null },
    ]);
    expect(remarksIn(parsed)).toEqual({ 'absent-values': 2, 'columns-not-read': 1 });
  });

  test('gives the same as a workbook', async () => {
    const cells = sample
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map((value) => ({ value, type: String })));
    const workbook = await writeXlsxFile(cells).toBuffer();

    expect(recordsIn(await readAll(xlsxReader, workbook, { mapping: mappingOf() }), 'observation')).toEqual(
      recordsIn(await read(sample), 'observation'),
    );
  });

  test('is read in one resolution: other rows are counted', async () => {
    const parsed = await read(`${sample}01/11/2026,S1,99,290,tháng\n`, mappingOf({ only: { Kỳ: ['ngày'] } }));

    expect(recordsIn(parsed, 'observation')).toHaveLength(4);
    expect(remarksIn(parsed)).toMatchObject({ 'rows-not-chosen': 1 });
  });

  test('a cell that is no number costs itself, a time that is none its row', async () => {
    const parsed = await read(`${sample}26/11/2026,S1,nhiều,293.15,ngày\nhôm qua,S1,1,2,ngày\n`);

    expect(parsed.flatMap((it) => (it.kind === 'rejected' ? [it.rejection] : []))).toMatchObject([
      { line: 4, reason: 'bad-value', fields: ['Mưa'] },
      { line: 5, reason: 'bad-time', fields: ['Ngày'] },
    ]);
    expect(recordsIn(parsed, 'observation')).toHaveLength(5);
  });

  test('with decimal commas: a point parts thousands', async () => {
    const values = [{ column: 'Lượt', metric: 'visits', unit: '{person}' }];
    const text = 'Ngày;Trạm;Lượt\n24/11/2026;S1;1.234,5\n25/11/2026;S1;12.5\n';
    const parsed = await read(text, mappingOf({ values, decimal: ',' }));

    expect(recordsIn(parsed, 'observation')).toMatchObject([{ value: 1234.5, unitOfMeasure: '{person}' }]);
    expect(parsed.filter(({ kind }) => kind === 'rejected')).toHaveLength(1);
  });

  test('a unit that is not known, or becomes no other, is refused before the first row', async () => {
    for (const value of [
      { column: 'Mưa', metric: 'rain', unit: 'bucket' },
      { column: 'Mưa', metric: 'rain', unit: 'mm', keepAs: 'Cel' },
    ])
      await expect(read(sample, mappingOf({ values: [value] }))).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        place: 'series.values: Mưa',
      });
  });

  test('broken anywhere gives readings, rejections or one refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(breakage, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 100 }),
        async (breaks, chunk) => {
          const parsed = await read(broken(sample, breaks), mappingOf(), chunk).catch((error: unknown) => {
            if (isClearRefusal(error)) return [];
            throw error;
          });

          expect(parsed.every(keepsTheContract)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a data logger’s file', () => {
  const names =
    '"TIMESTAMP","Station_ID","AirTempK","AirTempMaxK","AirTempMinK","DewPointTempK","RH","BP","BP_Change","Rain_mm_Tot","WSpeed","WindGust","WindDir","SlrJ","SlrJ24"';
  const toa5 = `"TOA5","S1","CR300"\n${names}\n"TS","","K","K","K","K","%","Pa","Pa","mm","m/s","m/s","deg","J/m^2","J/m^2"\n"","","Smp"\n"2026-11-24 07:00:00","S1",293.15,294,290,288,88,100500,"NAN",0.2,3,5,180,1000,2000\n`;

  test('is known by its second line and read below its fourth', async () => {
    const { mappings, columns } = inspect(bytes(toa5), 'x.dat.csv');
    const mapping = mappings[0]?.mapping;
    const parsed = await read(toa5, mapping);

    expect(columns[0]).toBe('TIMESTAMP');
    expect(mappings[0]?.id).toBe('toa5-synop');
    expect(recordsIn(parsed, 'observation')).toHaveLength(13);
    expect(recordsIn(parsed, 'observation').slice(4, 7)).toMatchObject([
      { metric: 'humidity', value: 0.88, unitOfMeasure: '1' },
      { metric: 'pressure', value: 1005, unitOfMeasure: 'hPa' },
      { metric: 'pressure-change', value: null },
    ]);
  });
});

test('a mapping of figures has figures, and one of cases names the case', () => {
  const bare = { mapping: 1, name: 'x' };

  expect(mappingSchema.safeParse({ ...bare, shape: 'series' }).success).toBe(false);
  expect(mappingSchema.safeParse({ ...bare, shape: 'cases', fields: {} }).success).toBe(false);
});
