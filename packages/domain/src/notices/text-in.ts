/**
 * The text in a reader's language, else the first that its sender told. Tags are those of BCP 47, in any case: `vi` is met by `vi-VN`
 * too, an exact tag before a regional one.
 * @returns `undefined` where there is no text at all
 */
export function textIn<Text extends { readonly language: string }>(
  texts: readonly Text[],
  language: string,
): Text | undefined {
  const wanted = language.toLowerCase();
  return (
    texts.find((text) => text.language.toLowerCase() === wanted) ??
    texts.find((text) => text.language.toLowerCase().startsWith(`${wanted}-`)) ??
    texts[0]
  );
}
