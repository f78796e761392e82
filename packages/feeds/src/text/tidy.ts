/** Plain ASCII is in NFC already, and most cells of a table are plain ASCII. */
const ASCII = /^[\u0020-\u007E]*$/;

/** NFC without blanks around; the form in which every value is kept and compared. */
export function tidy(text: string): string {
  const bare = text.trim();
  return ASCII.test(bare) ? bare : bare.normalize('NFC');
}

/** For comparing words and headers that people typed: NFC, lower case, one blank for any run of blanks. */
export function fold(text: string): string {
  return tidy(text).toLowerCase().replaceAll(/\s+/gu, ' ');
}
