/** The words of the Common Event Format: its four levels, and `unknown`. */
const words = ['unknown', 'low', 'medium', 'high', 'very-high'] as const;
export type CefSeverity = (typeof words)[number];

/** 0–3 low, 4–6 medium, 7–8 high, 9–10 very high, or the word itself. `null`: it is neither. */
export function cefSeverity(text: string): CefSeverity | null {
  const word = words.find((each) => each === text.toLowerCase());
  if (word !== undefined) return word;
  if (!/^(?:\d|10)$/.test(text)) return null;
  const level = Number(text);
  if (level <= 3) return 'low';
  if (level <= 6) return 'medium';
  return level <= 8 ? 'high' : 'very-high';
}
