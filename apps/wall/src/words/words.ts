import type { Language } from '@flagtower/charts';
import type { FreshnessState, Period } from '@flagtower/contracts';

type Text1 = (one: string) => string;
type Text2 = (one: string, two: string) => string;

/** Everything that the wall says, typed: a sentence that one language lacks does not compile. Numbers arrive as text. */
export interface Words {
  readonly locale: Language;
  readonly language: string;
  readonly otherLanguage: string;
  readonly center: string;
  readonly overview: string;
  readonly loading: string;
  readonly simulated: string;
  readonly trial: string;
  readonly dossierUnit: string;
  readonly why: Text1;
  readonly today: string;
  readonly all: string;
  readonly month: Text1;
  readonly year: Text1;
  readonly againstDay: Text1;
  readonly againstPace: string;
  readonly abovePace: string;
  readonly againstTarget: string;
  readonly target: Text1;
  readonly targetBy: Text2;
  readonly noTarget: string;
  readonly noUsual: string;
  readonly coverage: Text2;
  readonly broken: string;
  readonly brokenLong: string;
  readonly freshness: {
    readonly states: Readonly<Record<FreshnessState, string>>;
    readonly late: Text1;
    readonly stale: Text1;
    readonly lostSince: Text1;
    readonly lastKnown: Text2;
    /** The same where there is little room. */
    readonly lastShort: Text2;
    readonly cadence: Text1;
    readonly gapAt: Text2;
    readonly notForDecisions: string;
    readonly none: string;
    readonly noneLong: string;
    readonly notZero: string;
    readonly noCadence: string;
    readonly more: Text1;
  };
  readonly marks: Readonly<Record<'normal' | 'watch' | 'warning' | 'critical' | 'lost' | 'none', string>>;
  readonly contact: {
    readonly live: string;
    readonly connecting: string;
    readonly lost: string;
    readonly lostSince: Text1;
    readonly connectingLong: string;
  };
  readonly hero: Readonly<Record<'title' | 'cumulative' | 'usual', string>>;
  readonly online: { readonly title: string; readonly window: Text1; readonly unit: string };
  readonly onTime: {
    readonly title: string;
    readonly handled: Text2;
    readonly index: Text2;
    readonly indexRule: string;
    readonly noneHandled: string;
    readonly noneReceived: string;
  };
  readonly flow: {
    readonly title: string;
    readonly balanced: string;
    readonly shrinking: Text1;
    readonly growing: Text1;
    readonly handled: string;
    readonly open: string;
    readonly overdue: string;
    readonly inAll: Text1;
    readonly paused: Text1;
    readonly nearDue: Text1;
    readonly ofOpen: Text1;
    readonly receivedInAll: string;
    readonly measured: string;
  };
  readonly channels: {
    readonly title: string;
    readonly message: Text2;
    readonly measured: string;
    readonly columns: Readonly<Record<'channel' | 'received' | 'share' | 'month', string>>;
    readonly names: Readonly<Record<string, string>>;
    readonly none: string;
  };
  readonly lastHour: {
    readonly title: string;
    readonly message: Text2;
    readonly measured: string;
    readonly columns: Readonly<Record<'figure' | 'value' | 'usual' | 'gap', string>>;
    readonly usual: Text1;
    readonly none: string;
  };
  readonly ranking: {
    readonly title: string;
    readonly message: Text2;
    readonly onlyOne: Text2;
    readonly none: string;
    readonly measured: string;
    readonly right: string;
    readonly columns: Readonly<Record<'unit' | 'overdue' | 'share' | 'open' | 'nearDue', string>>;
  };
  readonly hours: {
    readonly title: string;
    readonly asUsual: Text2;
    readonly above: Text2;
    readonly below: Text2;
    readonly parts: Readonly<Record<'morning' | 'afternoon' | 'evening', string>>;
    readonly measured: string;
    readonly keys: Readonly<Record<'counted' | 'usual' | 'partial', string>>;
    readonly columns: Readonly<Record<'hour' | 'value' | 'usual' | 'state', string>>;
    readonly running: string;
    readonly complete: string;
    readonly description: Text2;
  };
  readonly days: {
    readonly title: string;
    readonly up: Text1;
    readonly down: Text1;
    readonly flat: string;
    readonly measured: string;
    readonly columns: Readonly<Record<'day' | 'value' | 'mean' | 'state', string>>;
    readonly running: string;
    readonly complete: string;
    readonly description: Text1;
  };
  readonly map: {
    readonly title: string;
    readonly measured: Text1;
    readonly loading: string;
    readonly failed: string;
    readonly columns: Readonly<Record<'unit' | 'rate' | 'received' | 'open' | 'overdue', string>>;
  };
  readonly notices: {
    /** The same thing in many places. */
    readonly alike: Text2;
    readonly title: string;
    readonly count: Text1;
    readonly none: string;
    readonly silent: Text1;
    readonly noSource: string;
    readonly exercise: string;
    readonly until: Text1;
    readonly openEnded: string;
    readonly more: Text1;
    readonly columns: Readonly<Record<'level' | 'headline' | 'sender' | 'from' | 'to', string>>;
  };
  readonly alarms: Readonly<Record<'critical' | 'warning' | 'watch', Text1>>;
  readonly sources: {
    readonly title: string;
    readonly all: Text1;
    readonly none: string;
    readonly open: string;
    readonly close: string;
    readonly measured: string;
    readonly columns: Readonly<
      Record<'source' | 'state' | 'cadence' | 'contact' | 'data' | 'accepted' | 'duplicates' | 'quarantined', string>
    >;
  };
  readonly ribbon: {
    readonly label: string;
    readonly place: Text2;
    readonly cityWide: string;
    readonly noSource: string;
    readonly waiting: string;
    readonly overdue: Text1;
    readonly buses: Text1;
    readonly noBuses: string;
    readonly sourcesLive: Text2;
    readonly late: Text1;
    readonly lost: Text1;
    readonly notices: Text1;
    readonly reporting: string;
    readonly incidents: (count: string) => string;
    readonly short: Readonly<Record<string, string>>;
  };
  readonly timeBar: {
    readonly label: string;
    readonly slowest: Text2;
    readonly allLive: Text1;
    readonly noSource: string;
    readonly noticesToday: Text1;
  };
  readonly exporting: {
    readonly open: Text1;
    readonly png: string;
    readonly svg: string;
    readonly csv: string;
    readonly xlsx: string;
    readonly failed: string;
    readonly cut: (at: string, zone: string, seq: string) => string;
    readonly noCut: string;
    readonly source: Text2;
    readonly noSource: string;
    readonly simulatedMark: string;
    readonly trialMark: string;
    readonly figure: string;
    readonly value: string;
    readonly unit: string;
    readonly period: string;
    readonly target: string;
    readonly usual: string;
    readonly state: string;
  };
  readonly periods: Readonly<Record<Period, string>>;
  readonly kpis: Readonly<Record<string, string>>;
}
