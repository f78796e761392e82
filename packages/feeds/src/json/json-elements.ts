import { badFile } from '../bad-file.ts';
import type { Limits } from '../limits.ts';
import { parsedJson } from './json-text.ts';

export interface ElementTaker {
  /** A list whose elements are taken begins. */
  readonly list?: () => void;
  /**
   * One element of a list as its JSON text. `member` names the list where the document is an object of lists, else it
   * is `null`; `index` counts elements from 1.
   */
  readonly element: (text: string, index: number, member: string | null) => void;
  readonly tooLong: (index: number) => void;
}

export interface JsonElements {
  readonly write: (text: string) => void;
  /** @throws FlagtowerError `BAD_FILE` when brackets are still open */
  readonly end: () => void;
}

const STRUCTURE = /["[\]{},]/g;
const STRING_SIGNS = /["\\]/g;
const REMEDY = 'Fetch or export the file again';

/**
 * Cuts a JSON list, or an object whose members are lists, into elements while it streams by: each can then be parsed,
 * refused or dropped on its own, and a file of any size takes the memory of one element.
 * @param names members that lead to the one list that is cut; `null`: the outermost list, or each that is a member of the outermost object
 */
export function jsonElements(
  limits: Pick<Limits, 'depth' | 'rowBytes'>,
  take: ElementTaker,
  names: readonly string[] | null = null,
): JsonElements {
  const scanner = new Scanner(limits, take, names);
  return { write: (text) => scanner.write(text), end: () => scanner.end() };
}

/** Opened by `jsonElements`, closed by `end`; one walk over one document. */
class Scanner {
  readonly #limits: Pick<Limits, 'depth' | 'rowBytes'>;
  readonly #take: ElementTaker;
  readonly #names: readonly string[] | null;
  readonly #open: string[] = [];
  /** By what name each open bracket is a member of the one around it. */
  readonly #openAs: string[] = [];
  #opened = false;
  #text = '';
  #at = 0;
  #inString = false;
  #stringFrom = 0;
  /** Where the running element begins in `#text`; -1: none runs. */
  #from = -1;
  #tooLong = false;
  #index = 0;
  #member: string | null = null;
  #lastString = '';

  constructor(limits: Pick<Limits, 'depth' | 'rowBytes'>, take: ElementTaker, names: readonly string[] | null) {
    this.#limits = limits;
    this.#take = take;
    this.#names = names;
  }

  write(text: string): void {
    this.#text += text;
    while (this.#at < this.#text.length && this.#advance());
    this.#forget();
  }

  end(): void {
    if (!this.#opened) throw badFile('Is no JSON list', 'line 1', REMEDY);
    if (this.#open.length > 0 || this.#inString) throw badFile('The JSON ends too early', 'end of file', REMEDY);
  }

  /** @returns false when more text is needed */
  #advance(): boolean {
    return this.#inString ? this.#throughString() : this.#toStructure();
  }

  #throughString(): boolean {
    STRING_SIGNS.lastIndex = this.#at;
    const match = STRING_SIGNS.exec(this.#text);
    if (match === null) {
      this.#at = this.#text.length;
      return false;
    }
    if (match[0] === '"') {
      this.#inString = false;
      if (this.#from === -1) this.#lastString = this.#text.slice(this.#stringFrom, match.index);
      this.#at = match.index + 1;
      return true;
    }
    const afterEscape = match.index + 2;
    this.#at = afterEscape <= this.#text.length ? afterEscape : match.index;
    return afterEscape <= this.#text.length;
  }

  #toStructure(): boolean {
    STRUCTURE.lastIndex = this.#at;
    const match = STRUCTURE.exec(this.#text);
    if (match === null) {
      this.#at = this.#text.length;
      return false;
    }
    this.#at = match.index + 1;
    this.#structure(match[0], match.index);
    return true;
  }

  #structure(sign: string, index: number): void {
    if (sign === '"') {
      this.#inString = true;
      this.#stringFrom = index + 1;
    } else if (sign === ',') {
      if (this.#isAtElements()) this.#finish(index);
    } else if (sign === '[' || sign === '{') this.#descend(sign);
    else this.#ascend(sign, index);
  }

  /** Elements stand in the outermost list, or in a list that is a member of the outermost object. */
  #isAtElements(): boolean {
    if (this.#names !== null) return this.#isAt(this.#names);
    const [outer, inner] = this.#open;
    return outer === '[' ? this.#open.length === 1 : inner === '[' && this.#open.length === 2;
  }

  #isAt(names: readonly string[]): boolean {
    if (this.#open.length !== names.length + 1 || this.#open.at(-1) !== '[') return false;
    return names.every((name, depth) => this.#open[depth] === '{' && this.#openAs[depth + 1] === name);
  }

  #descend(sign: string): void {
    const wasAtElements = this.#isAtElements();
    this.#openAs.push(this.#open.at(-1) === '{' ? unescaped(this.#lastString) : '');
    this.#open.push(sign);
    this.#opened = true;
    if (this.#open.length > this.#limits.depth)
      throw badFile(`Brackets are nested deeper than ${this.#limits.depth}`, `element ${this.#index + 1}`, REMEDY);
    if (wasAtElements || !this.#isAtElements()) return;
    this.#member = this.#open.length === 2 ? this.#lastString : null;
    this.#take.list?.();
    this.#begin();
  }

  #ascend(sign: string, index: number): void {
    if (this.#isAtElements() && sign === ']') {
      this.#finish(index);
      this.#from = -1;
    }
    this.#openAs.pop();
    const opened = this.#open.pop();
    if ((opened === '[') !== (sign === ']') || opened === undefined)
      throw badFile('The brackets of the JSON do not match', `element ${this.#index + 1}`, REMEDY);
  }

  #begin(): void {
    this.#from = this.#at;
    this.#tooLong = false;
  }

  #finish(index: number): void {
    const text = this.#text.slice(this.#from, index).trim();
    if (text !== '' && !this.#tooLong) this.#take.element(text, (this.#index += 1), this.#member);
    this.#begin();
  }

  /** Keeps only what is still needed: the running element, or the running string where it may name a member. */
  #forget(): void {
    if (this.#from !== -1 && this.#at - this.#from > this.#limits.rowBytes) {
      if (!this.#tooLong) this.#take.tooLong((this.#index += 1));
      this.#tooLong = true;
      this.#from = this.#at;
    }
    let keep = this.#at;
    if (this.#from !== -1) keep = this.#from;
    else if (this.#inString && this.#at - this.#stringFrom < this.#limits.rowBytes) keep = this.#stringFrom;
    this.#text = this.#text.slice(keep);
    this.#at -= keep;
    this.#from = this.#from === -1 ? -1 : 0;
    this.#stringFrom -= keep;
  }
}

/** A member's name as it stands between its quotes, read. */
function unescaped(name: string): string {
  return name.includes('\\') ? String(parsedJson(`"${name}"`)) : name;
}
