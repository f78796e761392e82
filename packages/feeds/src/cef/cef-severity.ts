/** The four levels of the Common Event Format; `unknown` is a word of it too. */
export type CefSeverity = 'low' | 'medium' | 'high' | 'very-high' | 'unknown';

const words: Readonly<Record<string, CefSeverity>> = {
  unknown: 'unknown',
  low: 'low',
  medium: 'medium',
  high: 'high',
  'very-high': 'very-high',
};

/** 0–3 low, 4–6 medium, 7–8 high, 9–10 very high, or the word itself. `null`: it is neither. */
export function cefSeverity(text: string): CefSeverity | null {
  const word = words[text.toLowerCase()];
  if (word !== undefined && Object.hasOwn(words, text.toLowerCase())) return word;
  if (!/^(?:\d|10)$/.test(text)) return null;
  const level = Number(text);
  if (level <= 3) return 'low';
  if (level <= 6) return 'medium';
  return level <= 8 ? 'high' : 'very-high';
}
