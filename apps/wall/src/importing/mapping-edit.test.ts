import { mappingSchema } from '@flagtower/contracts';
import { expect, test } from 'vitest';

import {
  columnOf,
  constantOf,
  fieldNames,
  fieldsOf,
  stepWords,
  withColumn,
  withStep,
  withTimes,
} from './mapping-edit.ts';

const mapping = mappingSchema.parse({
  mapping: 1,
  name: 'one-stop',
  shape: 'cases',
  fields: {
    dossier: 'Mã hồ sơ',
    channel: { column: ['Kênh', 'Hình thức'], values: { 'Trực tuyến': 'online' }, strict: true },
    unit: { constant: '00004' },
    status: 'Trạng thái',
  },
  steps: { 'Đã trả': 'returned' },
});

test('a field tells its column, the first of several, or its constant', () => {
  expect(columnOf(mapping, 'dossier')).toBe('Mã hồ sơ');
  expect(columnOf(mapping, 'channel')).toBe('Kênh');
  expect(columnOf(mapping, 'unit')).toBeNull();
  expect(constantOf(mapping, 'unit')).toBe('00004');
  expect(columnOf(mapping, 'due')).toBeNull();
});

test('another column keeps what was said about its words', () => {
  const changed = withColumn(mapping, 'channel', 'Nơi nộp');

  expect(changed.fields.channel).toEqual({ column: 'Nơi nộp', values: { 'Trực tuyến': 'online' }, strict: true });
  expect(columnOf(mapping, 'channel')).toBe('Kênh');
});

test('a field can be taken away, but not the code of the case', () => {
  expect(withColumn(mapping, 'status', null).fields).not.toHaveProperty('status');
  expect(withColumn(mapping, 'dossier', null)).toBe(mapping);
});

test('words become steps and stop being steps', () => {
  const more = withStep(mapping, 'Đang xử lý', 'received');

  expect(more.steps).toEqual({ 'Đã trả': 'returned', 'Đang xử lý': 'received' });
  expect(withStep(more, 'Đã trả', null).steps).toEqual({ 'Đang xử lý': 'received' });
});

test('the words to decide on are those of the mapping and those of the sample, each once', () => {
  const sample = [{ 'Trạng thái': 'Đã trả' }, { 'Trạng thái': 'Đang xử lý' }, { 'Trạng thái': '' }, {}];

  expect(stepWords(mapping, sample)).toEqual(['Đã trả', 'Đang xử lý']);
});

test('times are written as a zone and a list of forms, or left to the source', () => {
  const written = withTimes(mapping, { zone: ' Asia/Ho_Chi_Minh ', formats: 'dd/MM/yyyy HH:mm; dd/MM/yyyy;' });

  expect(written).toMatchObject({ zone: 'Asia/Ho_Chi_Minh', timeFormats: ['dd/MM/yyyy HH:mm', 'dd/MM/yyyy'] });
  expect(withTimes(written, { zone: '', formats: '' })).not.toHaveProperty('zone');
  expect(withTimes(written, { zone: '', formats: '' })).not.toHaveProperty('timeFormats');
});

test('every edit is still a mapping', () => {
  for (const field of fieldNames) {
    expect(mappingSchema.safeParse(withColumn(mapping, field, 'X')).success).toBe(true);
    expect(mappingSchema.safeParse(withColumn(mapping, field, null)).success).toBe(true);
  }
});

test('all fields of a mapping can be edited in one shape of table or the other', () => {
  const shown = new Set([...fieldsOf('cases'), ...fieldsOf('events')]);

  expect([...shown].toSorted()).toEqual(Object.keys(mappingSchema.shape.fields.unwrap().shape).toSorted());
});
