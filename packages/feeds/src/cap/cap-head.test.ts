import { expect, test } from 'vitest';

import { alertXml } from './alert-sample.ts';
import { isCapHead } from './cap-head.ts';

test('an alert is known by its namespace, in UTF-16 and in an envelope too', () => {
  expect(isCapHead(Buffer.from(alertXml()))).toBe(true);
  expect(isCapHead(Buffer.from(alertXml(), 'utf16le'))).toBe(true);
  expect(isCapHead(Buffer.from('<d:EDXLDistribution xmlns:d="urn:oasis:names:tc:emergency:EDXL:DE:1.0">'))).toBe(true);
});

test('other XML is none, also where its elements have the same names', () => {
  expect(isCapHead(Buffer.from('<alert xmlns="urn:example"><info/></alert>'))).toBe(false);
});
