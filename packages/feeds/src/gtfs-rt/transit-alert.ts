import type { Severity } from '@flagtower/contracts';

import type { RecordDraft } from '../checked-record.ts';
import { countIn } from '../tally.ts';
import { ownWords } from '../text/own-words.ts';
import type { TransitAlert, TranslatedString } from './feed-message.ts';
import { momentOf, type Snapshot } from './snapshot.ts';

type NoticeDraft = Extract<RecordDraft, { kind: 'notice' }>;

const severities: Readonly<Record<string, Severity>> = ownWords({
  INFO: 'minor',
  WARNING: 'moderate',
  SEVERE: 'severe',
});

/**
 * A service alert as a notice: category is the effect (what riders will meet), `cause` the reason. The standard allows
 * several active periods and a notice has one: told is the period that runs at the snapshot's time, else the next, else
 * the last, so that a gap between two evenings is not shown as an alert that lasts all night.
 * @param entity `id` is the feed's own and stable from snapshot to snapshot; `isDeleted` ends the notice
 */
export function transitNotice(
  alert: TransitAlert,
  entity: { readonly id: string; readonly isDeleted: boolean },
  snapshot: Snapshot,
): NoticeDraft {
  const period = periodAt(alert, snapshot.atMs / 1000);
  countIn(snapshot.tally, 'alerts');
  if (alert.activePeriod.length > 1) countIn(snapshot.tally, 'alerts-with-several-periods');
  return {
    kind: 'notice',
    recordId: entity.id,
    version: snapshot.atMs,
    occurredAt: momentOf(snapshot),
    noticeType: 'transit-alert',
    category: alert.effect,
    cause: alert.cause,
    severity: severities[alert.severityLevel] ?? 'unknown',
    urgency: 'unknown',
    certainty: 'unknown',
    status: 'actual',
    startsAt: momentOf(snapshot, period.start),
    endsAt: period.end === 0 ? null : momentOf(snapshot, period.end),
    ended: entity.isDeleted,
    supersedes: [],
    sender: senderOf(alert) ?? snapshot.feed,
    texts: textsOf(alert),
    areas: areasOf(alert),
    signed: false,
  };
}

type Period = TransitAlert['activePeriod'][number];

function periodAt({ activePeriod }: TransitAlert, at: number): Period {
  const periods = activePeriod.toSorted((a, b) => a.start - b.start);
  const running = periods.find(({ start, end }) => start <= at && (end === 0 || at < end));
  const next = periods.find(({ start }) => start > at);
  return running ?? next ?? periods.at(-1) ?? { start: 0, end: 0 };
}

function senderOf({ informedEntity }: TransitAlert): string | undefined {
  return informedEntity.find(({ agencyId }) => agencyId !== '')?.agencyId.slice(0, 200);
}

/** `event` stays the effect's name: a page can translate a name, not a sentence. */
function textsOf({ effect, headerText, descriptionText }: TransitAlert): NoticeDraft['texts'] {
  const texts = new Map<string, NoticeDraft['texts'][number]>();
  const textIn = (language: string): NoticeDraft['texts'][number] => {
    const text = texts.get(language) ?? { language, event: effect };
    texts.set(language, text);
    return text;
  };
  for (const [language, words] of byLanguage(headerText)) textIn(language).headline = words.slice(0, 500);
  for (const [language, words] of byLanguage(descriptionText)) textIn(language).description = words.slice(0, 4000);
  if (texts.size === 0) textIn('und');
  return [...texts.values()].slice(0, 20);
}

/** The last text of a language wins; a feed that says one thing twice in a language is not ours to sort out. */
function byLanguage({ translation }: TranslatedString): Map<string, string> {
  return new Map(translation.map(({ language, text }) => [language.slice(0, 35) || 'und', text.trim()]));
}

/** What the alert informs about, as geocodes: the parts of one selector belong together, so each selector is an area. */
function areasOf({ informedEntity }: TransitAlert): NoticeDraft['areas'] {
  return informedEntity.slice(0, 200).map((selector) => ({
    name: '',
    polygons: [],
    circles: [],
    geocodes: [
      { name: 'agency_id', value: selector.agencyId },
      { name: 'route_id', value: selector.routeId || selector.trip.routeId },
      { name: 'route_type', value: selector.routeType?.toString() ?? '' },
      { name: 'trip_id', value: selector.trip.tripId },
      { name: 'stop_id', value: selector.stopId },
    ]
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => ({ name, value: value.slice(0, 120) })),
  }));
}
