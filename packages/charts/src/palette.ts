export type Theme = 'dark' | 'light';

/**
 * Colours of the design language by their use. Contrast of every text colour on `panel` is 4.5 or more;
 * `line` is decoration only. The wall's style sheet has the same values, and a test compares them.
 */
export interface Palette {
  readonly g0: string;
  readonly g1: string;
  readonly g2: string;
  readonly line: string;
  readonly line2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly son: string;
  readonly gold: string;
  readonly pearl: string;
  readonly jade: string;
  readonly violet: string;
  /** Ink of a value that is too old to act on. */
  readonly stale: string;
  /** Six steps of the map, low to high. */
  readonly ramp: readonly [string, string, string, string, string, string];
  readonly water: string;
}

/** Lacquer: black ground, eggshell ink, vermilion, gold leaf, mother-of-pearl. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  dark: {
    g0: '#0E0D0C',
    g1: '#181614',
    g2: '#221F1C',
    line: '#36312C',
    line2: '#6F675D',
    ink: '#F1EADC',
    ink2: '#BDB4A5',
    ink3: '#968D80',
    son: '#FF5B45',
    gold: '#E5B04B',
    pearl: '#6FBAC4',
    jade: '#7FB79A',
    violet: '#B194F2',
    stale: '#9A958C',
    ramp: ['#1E2426', '#23363A', '#2B4D54', '#37707A', '#569BA5', '#93CDD3'],
    water: '#0A1A20',
  },
  light: {
    g0: '#F3EFE7',
    g1: '#FFFDF8',
    g2: '#ECE6DA',
    line: '#D8D0C2',
    line2: '#8C8376',
    ink: '#1C1815',
    ink2: '#544C43',
    ink3: '#6E665B',
    son: '#B8231A',
    gold: '#8A5A00',
    pearl: '#176B78',
    jade: '#2F6B4F',
    violet: '#6440B5',
    stale: '#777470',
    ramp: ['#E9EEEC', '#D3E3E3', '#AFD0D3', '#7DB4BB', '#3F8C97', '#155E6A'],
    water: '#CFDCE0',
  },
};
