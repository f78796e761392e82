import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { detectFormat } from './detect.ts';

const utf8 = new TextEncoder();
const formatOf = (text: string, name: string | null = null) => detectFormat(utf8.encode(text), name)?.format ?? null;

describe('what a file is, by its first bytes', () => {
  test.each([
    ['<?xml version="1.0"?><log xes.version="1.0"><trace>', 'xes'],
    ['<x:log xmlns:x="http://www.xes-standard.org/"><x:trace>', 'xes'],
    ['<log><trace>', 'xes'],
    ['<log><object-types/><event-types/>', 'ocel-xml'],
    ['<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>', 'cap'],
    ['{"objectTypes":[', 'ocel-json'],
    ['{"events":[{"id":"e1","relationships":[', 'ocel-json'],
    [' [{"service_request_id": "1"', 'open311'],
    ['{"kind":"observation","recordId":"r"}\n', 'ndjson'],
    ['[{"kind":"dossier-event"', 'ndjson'],
    ['Mã hồ sơ;Ngày\n1;2\n', 'csv'],
    ['\uFEFFa,b\r1,2\r', 'csv'],
    ['<134>1 2026-11-24T10:00:00Z host app - - - text', 'syslog'],
    ['63 <134>1 - - - - - - text', 'syslog'],
    ['CEF:0|Vendor|Product|1|2|Name|5|act=open', 'syslog'],
  ])('%j is %s', (text, format) => {
    expect(formatOf(text)).toBe(format);
  });

  test.each(['', 'Hello', '<html><head>', '<!DOCTYPE html><html>', '<svg/>', '{"a":1}', '\u0000\u0001,;', '%PDF-1.7'])(
    '%j is nothing that we read',
    (text) => {
      expect(formatOf(text)).toBeNull();
    },
  );

  test('a name decides only between things that the content can be', () => {
    expect(formatOf('alone\n1\n', 'list.csv')).toBe('csv');
    expect(formatOf('{"a":1}', 'x.ndjson')).toBe('ndjson');
    expect(formatOf('<html><body>', 'x.csv')).toBeNull();
    expect(formatOf('{"a":1}', 'x.csv')).toBeNull();
  });

  test('gzip is looked into, also where the head ends in its middle', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `${row},${row * 7919}\n`).join('');
    const packed = gzipSync(`a,b\n${rows}`);

    expect(detectFormat(packed.subarray(0, 3000), 'x.gz')).toEqual({ format: 'csv', gzip: true });
  });

  test('what begins like gzip and is none is refused', () => {
    expect(() => detectFormat(new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), null)).toThrow(
      expect.objectContaining({ code: 'BAD_FILE' }),
    );
  });
});
