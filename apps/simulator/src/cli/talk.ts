/** What the simulator says to whoever watches it, on stderr: stdout belongs to --json. */
export interface Talk {
  /** One thing that happened. */
  say: (line: string) => void;
  /** Where a long work stands: on a terminal one line that changes, in a log a line now and then. */
  progress: (line: string) => void;
}

const logEveryMs = 10_000;

export function talkOn(stream: NodeJS.WriteStream): Talk {
  let open = false;
  let loggedAt = -Infinity;
  const say = (line: string): void => {
    stream.write(`${open ? '\n' : ''}${line}\n`);
    open = false;
  };
  return {
    say,
    progress: (line) => {
      if (stream.isTTY) {
        stream.write(`\r\u001B[2K${line}`);
        open = true;
      } else if (performance.now() - loggedAt >= logEveryMs) {
        loggedAt = performance.now();
        say(line);
      }
    },
  };
}
