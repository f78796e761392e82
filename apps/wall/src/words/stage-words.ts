import type { Language } from '@flagtower/charts';

type Text1 = (text: string) => string;
type Text2 = (one: string, other: string) => string;

interface StageWords {
  readonly short: Text1;
  readonly long: Text2;
  readonly since: Text1;
  readonly incidents: Text1;
  readonly silent: Text1;
  readonly noTellers: string;
  readonly old: string;
}

/** The city's stage where there is little room. */
export const stageWords: Readonly<Record<Language, StageWords>> = {
  vi: {
    short: (stage) => `Mức ${stage}`,
    long: (stage, name) => `Mức ${stage}/5: ${name}`,
    since: (moment) => `từ ${moment}`,
    incidents: (count) => `${count} sự cố`,
    silent: (count) => `${count} nguồn im lặng`,
    noTellers: 'chưa có nguồn nào báo sự cố',
    old: 'mất liên lạc, có thể đã cũ',
  },
  en: {
    short: (stage) => `Stage ${stage}`,
    long: (stage, name) => `Stage ${stage} of 5: ${name}`,
    since: (moment) => `since ${moment}`,
    incidents: (count) => `incidents: ${count}`,
    silent: (count) => `silent sources: ${count}`,
    noTellers: 'no source tells incidents',
    old: 'no contact, may be old',
  },
};
