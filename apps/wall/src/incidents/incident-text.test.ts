import { describe, expect, it } from 'vitest';

import { aboutText, incidentLevel, placeText } from './incident-text.ts';

const water = {
  from: 'threshold',
  threshold: 'street-water',
  entity: 'gauge-7',
  value: 0.25,
  unitOfMeasure: 'm',
} as const;
const nowhere = { name: null, points: [], rings: [] };

describe('what an incident says of itself', () => {
  it('keeps the digits that make a value worth telling', () => {
    expect(aboutText(water, null, 'vi')).toBe('street-water: 0,25 m');
    expect(aboutText({ ...water, value: 62.48 }, null, 'en')).toBe('street-water: 62.5 m');
    expect(aboutText({ ...water, value: 3 }, null, 'en')).toBe('street-water: 3 m');
  });

  it('is where its source says, else at the thing that measures', () => {
    expect(placeText({ place: nowhere, about: water }, null, 'vi')).toBe('gauge-7');
    expect(placeText({ place: { ...nowhere, name: 'Hàng Đào' }, about: water }, null, 'vi')).toBe('Hàng Đào');
    expect(placeText({ place: nowhere, about: { from: 'hand', text: 'Khói' } }, null, 'vi')).toBeNull();
  });

  it('tells the area of a wide warning as an area, and after what is known better', () => {
    const area = { name: 'Láng, Đống Đa và 44 đơn vị khác', units: 46 };
    const alert = { from: 'notice' as const, texts: [] };

    expect(placeText({ place: { ...nowhere, area }, about: alert }, null, 'vi')).toBe(
      'trong vùng cảnh báo: 46 xã, phường',
    );
    expect(placeText({ place: { ...nowhere, area }, about: water }, null, 'en')).toBe(
      'gauge-7 · in the area of the warning: 46 communes and wards',
    );
    expect(placeText({ place: { ...nowhere, area: { ...area, units: 1 } }, about: alert }, null, 'vi')).toBe(
      'trong vùng cảnh báo: Láng, Đống Đa và 44 đơn vị khác',
    );
    expect(
      placeText(
        {
          place: {
            ...nowhere,
            points: [
              [105.8, 21],
              [105.81, 21],
            ],
          },
          about: water,
        },
        null,
        'vi',
      ),
    ).toBe('gauge-7 · và 1 điểm khác ở gần');
  });

  it('has no colour once it is closed', () => {
    expect(incidentLevel({ severity: 4, state: 'acknowledged' })).toBe('critical');
    expect(incidentLevel({ severity: 4, state: 'closed' })).toBe('none');
  });
});
