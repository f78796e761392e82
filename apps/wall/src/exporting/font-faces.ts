/** Families whose rules make up the wall's face; see look/fonts.css. */
const FAMILY = 'Flagtower Sans';

let made: Promise<string> | null = null;

/**
 * The page's own `@font-face` rules with the files inside, for a picture that is opened far from this page. Asked once;
 * a file that cannot be had is left out, and the reader's own face takes its place.
 */
export async function embeddedFontFaces(): Promise<string> {
  made ??= embed();
  return made;
}

async function embed(): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue('font-family').includes(FAMILY));
  const faces = await Promise.all(rules.map(embedRule));
  return faces.filter((face) => face !== null).join('');
}

async function embedRule(rule: CSSFontFaceRule): Promise<string | null> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (address === undefined) return null;
  const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? location.href));
  if (!answer.ok) return null;
  const file = new Uint8Array(await answer.arrayBuffer());
  const describe = (name: string): string => {
    const value = rule.style.getPropertyValue(name);
    return value === '' ? '' : `${name}:${value};`;
  };
  const descriptors = ['font-weight', 'unicode-range', 'size-adjust'].map(describe).join('');
  return `@font-face{font-family:'${FAMILY}';${descriptors}src:url(data:font/woff2;base64,${base64(file)}) format('woff2')}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
}
