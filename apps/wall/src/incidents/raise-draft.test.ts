import { describe, expect, it } from 'vitest';

import { emptyDraft, pointText, readDraft, typedOn, typedPoint } from './raise-draft.ts';

const typed = { ...emptyDraft, text: 'Cây đổ chắn đường', kind: 'road-obstruction', severity: '2' };
const city = {
  map: {
    center: [105.85, 21.03],
    zoom: 9,
    core: [
      [105.8, 21],
      [105.9, 21.1],
    ],
  },
} satisfies Parameters<typeof readDraft>[1];

describe('an incident as somebody types it', () => {
  it('is sent without what was left empty', () => {
    expect(readDraft({ ...typed, point: ' 21.0285, 105.8542 ' }, city)).toEqual({
      raised: {
        kind: 'road-obstruction',
        severity: 2,
        text: 'Cây đổ chắn đường',
        center: null,
        unit: null,
        place: null,
        point: [105.8542, 21.0285],
      },
    });
  });

  it('says of each field what is wrong with it', () => {
    expect(readDraft({ ...emptyDraft, text: 'ê', point: 'Hồ Gươm' }, city)).toEqual({
      wrong: new Map([
        ['kind', 'missing'],
        ['severity', 'missing'],
        ['point', 'no-point'],
        ['text', 'short'],
      ]),
    });
    expect(readDraft({ ...typed, text: 'hỏng\u0007' }, city)).toEqual({ wrong: new Map([['text', 'wrong']]) });
  });

  it('is in the city: two numbers in the wrong order are no place', () => {
    expect(readDraft({ ...typed, point: '10.77, 106.7' }, city)).toEqual({ wrong: new Map([['point', 'far']]) });
    expect(typedPoint('105.85, 21.03')).toBeUndefined();
    expect(typedPoint('21,03 105,85')).toBeUndefined();
  });

  it('is in the unit of its place, until somebody names another one', () => {
    const unitOf = ([lon]: readonly [number, number]): string | null => (lon > 105 ? '00070' : null);
    const picked = typedOn({ ...typed, unit: '00001' }, { point: pointText([105.8542, 21.0285]) }, unitOf);

    expect(picked).toMatchObject({ point: '21.02850, 105.85420', unit: '00070', text: typed.text });
    expect(typedOn(picked, { unit: '00002' }, unitOf)).toMatchObject({ point: picked.point, unit: '00002' });
    expect(typedOn(picked, { point: '21.0' }, unitOf)).toMatchObject({ unit: '00070' });
    expect(typedOn(picked, { point: '21.0, 104.0' }, unitOf)).toMatchObject({ unit: '' });
  });
});
