/** The English name is the Vietnamese one without its marks: `Ba Đình` → `Ba Dinh`. */
export function withoutMarks(name: string): string {
  return name.replaceAll('Đ', 'D').replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
}
