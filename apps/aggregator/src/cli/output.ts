import { FlagtowerError, type ProblemCode } from '@flagtower/contracts';

/** Where a command writes: figures to stdout, everything else to stderr. */
export interface Output {
  readonly json: boolean;
  readonly isTerminal: boolean;
  /** One document, or lines for a person. */
  readonly result: (document: unknown, lines: () => readonly string[]) => void;
  readonly note: (line: string) => void;
}

export function outputTo(
  json: boolean,
  stdout: NodeJS.WritableStream,
  stderr: NodeJS.WritableStream & { readonly isTTY?: boolean },
): Output {
  return {
    json,
    isTerminal: stderr.isTTY === true,
    result: (document, lines) => {
      stdout.write(
        json
          ? `${JSON.stringify(document)}\n`
          : lines()
              .map((line) => `${line}\n`)
              .join(''),
      );
    },
    note: (line) => {
      stderr.write(`${line}\n`);
    },
  };
}

/** 2 where the words of the command were wrong, 1 where what they asked for failed. */
const exitCodes: Readonly<Record<ProblemCode, 1 | 2>> = {
  BAD_REQUEST: 2,
  UNAUTHORISED: 1,
  FORBIDDEN: 1,
  NOT_FOUND: 1,
  UNKNOWN_KPI: 2,
  UNKNOWN_UNIT: 1,
  UNKNOWN_SOURCE: 1,
  UNKNOWN_FORMAT: 2,
  UNKNOWN_MAPPING: 2,
  BAD_FILE: 1,
  TOO_LARGE: 1,
  TOO_MANY_REQUESTS: 1,
  CONFLICT: 1,
  SOURCE_UNREACHABLE: 1,
  SOURCE_REFUSES: 1,
  SOURCE_UNKNOWN_HOST: 1,
  SOURCE_NOT_TRUSTED: 1,
  SOURCE_TOO_SLOW: 1,
  SOURCE_BREAKS_OFF: 1,
  SOURCE_MOVED: 1,
  SOURCE_WANTS_KEY: 1,
  SOURCE_NOT_THERE: 1,
  SOURCE_BUSY: 1,
  SOURCE_FAILS: 1,
  SOURCE_GIVES_PAGE: 1,
  PORT_BUSY: 1,
  FOLDER_NOT_OURS: 1,
  FOLDER_NOT_WRITABLE: 1,
  STORE_VERSION: 1,
  DISK_FULL: 1,
  STORE_UNAVAILABLE: 1,
  PROTOCOL_VERSION: 1,
  INTERNAL: 1,
};

/** Tells why a command failed, and what to do. @returns its exit code */
export function tellFailure(error: unknown, { json, result, note }: Output): 1 | 2 {
  if (!(error instanceof FlagtowerError)) {
    note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (json) result({ code: 'INTERNAL', detail: 'a fault of ours; stderr tells more' }, () => []);
    return 1;
  }
  const { code, message, remedy, place } = error;
  note(`flagtower: ${message}${remedy === undefined ? '' : `\n  ${remedy}`}`);
  if (json) result({ code, detail: message, remedy, place }, () => []);
  return exitCodes[code];
}
