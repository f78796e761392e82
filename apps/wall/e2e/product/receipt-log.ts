/** What a log says in the end: the ground truth of a replay. */
export interface LogFigures {
  readonly received: number;
  readonly handled: number;
  readonly open: number;
  readonly handledOnTime: number;
  readonly online: number;
}

const dayMs = 86_400_000;
const cases = 240;

/** A log of permits in the shape of the published one, three a day; every tenth is open, every fourth of the others late. */
export function sampleLog(): { readonly xes: string; readonly figures: LogFigures } {
  const all = Array.from({ length: cases }, (_, at) => ({
    name: `case-${String(at + 1)}`,
    isOnline: at % 6 !== 0,
    isHandled: at % 10 !== 9,
    isLate: at % 4 === 3,
    startMs: Date.parse('2011-03-01T09:00:00+01:00') + (at * dayMs) / 3,
  }));
  const handled = all.filter(({ isHandled }) => isHandled);
  return {
    xes: `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n${all.map(traceOf).join('')}</log>\n`,
    figures: {
      received: all.length,
      handled: handled.length,
      open: all.length - handled.length,
      handledOnTime: handled.filter(({ isLate }) => !isLate).length,
      online: all.filter(({ isOnline }) => isOnline).length,
    },
  };
}

interface Case {
  readonly name: string;
  readonly isOnline: boolean;
  readonly isHandled: boolean;
  readonly isLate: boolean;
  readonly startMs: number;
}

function traceOf({ name, isOnline, isHandled, isLate, startMs }: Case): string {
  const dueMs = startMs + 10 * dayMs;
  const endMs = isLate ? dueMs + dayMs : dueMs - dayMs;
  const attributes = [
    text('concept:name', name),
    text('department', 'General'),
    text('channel', isOnline ? 'Internet' : 'Desk'),
    date('startdate', startMs),
    date('deadline', dueMs),
    ...(isHandled ? [date('enddate', endMs)] : []),
  ];
  const events = [
    eventOf(`${name}-1`, 'Confirmation of receipt', startMs + 60_000),
    ...(isHandled ? [eventOf(`${name}-2`, 'T05 Print and send confirmation of receipt', endMs)] : []),
  ];
  return `<trace>${[...attributes, ...events].join('')}</trace>\n`;
}

function eventOf(id: string, activity: string, atMs: number): string {
  return `<event>${text('concept:instance', id)}${text('concept:name', activity)}${date('time:timestamp', atMs)}</event>`;
}

function text(key: string, value: string): string {
  return `<string key="${key}" value="${value}"/>`;
}

function date(key: string, atMs: number): string {
  return `<date key="${key}" value="${new Date(atMs).toISOString()}"/>`;
}
