/** Lower case without marks: `Ba Đình` → `ba dinh`. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}
