/** NFC without blanks around; the form in which every value is kept and compared. */
export function tidy(text: string): string {
  return text.trim().normalize('NFC');
}

/** For comparing words and headers that people typed: NFC, lower case, one blank for any run of blanks. */
export function fold(text: string): string {
  return tidy(text).toLowerCase().replaceAll(/\s+/gu, ' ');
}
