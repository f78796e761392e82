import { expect, test } from 'vitest';

import { noticeSender, noticeText } from '../words/notice-text.ts';
import { noticeLevel } from './notice-level.ts';

test('an exercise has no level, however severe it plays', () => {
  expect(noticeLevel({ severity: 'extreme', status: 'exercise' })).toBe('none');
  expect(noticeLevel({ severity: 'extreme', status: 'actual' })).toBe('critical');
});

test('the text is in the language of the reader, also under a regional tag', () => {
  const texts = [
    { language: 'en-GB', event: 'Rain', headline: 'Heavy rain' },
    { language: 'vi', event: 'Mưa' },
  ];

  expect(noticeText({ texts }, 'en')).toBe('Heavy rain');
  expect(noticeText({ texts }, 'vi')).toBe('Mưa');
});

test('without a text in that language the first one is better than none', () => {
  expect(noticeText({ texts: [{ language: 'fr', event: 'Pluie' }] }, 'vi')).toBe('Pluie');
});

test('a kind of event that is a code is told in words, and one that is none as it came', () => {
  const texts = [{ language: 'und', event: 'VehicleObstruction' }];

  expect(noticeText({ texts }, 'vi')).toBe('Xe gây cản trở');
  expect(noticeText({ texts }, 'en')).toBe('Vehicle on the road');
  expect(noticeText({ texts: [{ language: 'und', event: 'Flood' }] }, 'vi')).toBe('Flood');
});

test('the sender is named for people where a name was told, else by its address', () => {
  const sender = 'mua@khituong.example';
  const texts = [{ language: 'vi', event: 'Mưa', senderName: 'Đài khí tượng' }];

  expect(noticeSender({ sender, texts }, 'en')).toBe('Đài khí tượng');
  expect(noticeSender({ sender, texts: [{ language: 'vi', event: 'Mưa' }] }, 'vi')).toBe(sender);
});
