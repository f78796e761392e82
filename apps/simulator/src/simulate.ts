import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { aggregatorAt, type Aggregator } from './aggregator/aggregator.ts';
import { readAdminKey, readKey, type KeyPlace } from './aggregator/keys.ts';
import { patiently, type Patience } from './aggregator/patience.ts';
import { minuteMs } from './calendar/city-days.ts';
import { channelCorrections } from './cases/dossiers/channel-corrections.ts';
import { dossierCohort } from './cases/dossiers/dossier-cohort.ts';
import { serviceRegister } from './cases/dossiers/service-register.ts';
import { securityCohort } from './cases/security/security-incident.ts';
import { ticketCohort } from './cases/tickets/ticket-cohort.ts';
import { cityModel, type CityModel } from './city-model.ts';
import type { Options, SimulatedCenter } from './cli/options.ts';
import type { Talk } from './cli/talk.ts';
import { stationsEveryMs } from './environment/rain-and-water.ts';
import { announceFeeds } from './http/announce-feeds.ts';
import { alertFeeds, busFeeds, roadFeeds } from './http/city-feeds.ts';
import { countsFeed } from './http/counts-feed.ts';
import { helpDeskFeeds, watchFeeds } from './http/desk-feeds.ts';
import { emergencyFeeds } from './http/emergency-feeds.ts';
import { environmentFeeds } from './http/environment-feeds.ts';
import { serveFeeds, type Feeds } from './http/feed-server.ts';
import { open311Feeds } from './http/open311-feeds.ts';
import { pressFeeds } from './http/press-feeds.ts';
import { tourismFeeds } from './http/tourism-feeds.ts';
import { gaugeMessages, gaugePlan } from './mqtt/gauge-messages.ts';
import { tellBroker } from './mqtt/tell-broker.ts';
import { cityClock, type CityClock } from './play/city-clock.ts';
import { delivery, type Deliver, type Tally } from './play/deliver.ts';
import { playSource, type PlayedSource } from './play/play-source.ts';
import type { Story } from './story/story.ts';
import { syslogDelivery, type SyslogDelivery } from './syslog/syslog-delivery.ts';

export interface Summary {
  readonly seed: number;
  readonly seconds: number;
  /** Days of history told of, all sources together. */
  readonly historyDays: number;
  readonly sources: Readonly<Record<string, Tally>>;
}

const followEveryMs = 10_000;
const farewellMs = 2000;

/**
 * Runs the city until the signal asks to stop, or, with `once`, until all is told.
 * @throws FlagtowerError where waiting would not help
 */
export async function simulate(options: Options, talk: Talk, stop: AbortSignal): Promise<Summary> {
  const startedAt = performance.now();
  // The end of one work, whatever it is, ends all others.
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, ended.signal]);
  const { play, settled, summary } = production(options, talk, signal);
  try {
    await play();
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    ended.abort();
    // Whoever runs this may take its folder away next: nobody must still be writing there.
    await Promise.race([settled(), sleep(farewellMs)]);
    if (options.speed !== undefined && options.speed !== 1) await slowDown(options);
  }
  return { ...summary(), seconds: Math.round(performance.now() - startedAt) / 1000 };
}

interface Production {
  readonly play: () => Promise<void>;
  /** Resolves when every work of the play is over, however it ended. */
  readonly settled: () => Promise<unknown>;
  readonly summary: () => Omit<Summary, 'seconds'>;
}

function production(options: Options, talk: Talk, signal: AbortSignal): Production {
  const patience: Patience = {
    signal,
    onWait: (error, pauseMs) => {
      talk.progress(`Waiting: ${error.message}. Again in ${(pauseMs / 1000).toFixed(1)} s.`);
    },
  };
  const aggregator = connect(options, signal);
  const { deliver, register, tallies } = delivery(aggregator, patience);
  let historyDays = 0;
  const works: Promise<unknown>[] = [];
  const play = async (): Promise<void> => {
    const view = await patiently(() => aggregator.city(), patience);
    const clock = await patiently(() => cityClock(aggregator, options.speed ?? null), patience);
    const city = cityModel(view, options.seed, storyOf(options, clock.now()));
    const stage = {
      city,
      clock,
      deliver: delivered(options, deliver, { aggregator, patience, source: `${city.id}-security` }),
      register,
      knows: async (source: string) => (await patiently(() => aggregator.acceptedOf(source), patience)) > 0,
      signal,
      talk,
      progressFolder: join(options.data, 'simulator'),
      historyDays: options['backfill-days'],
      once: options.once,
      onHistoryDay: () => {
        historyDays += 1;
      },
    };
    talk.say(`Simulating ${city.id}, seed ${city.seed}, from ${new Date(clock.now()).toISOString()}.`);
    const cases = caseSourcesOf(city, options.centers).map((source) => playSource(stage, source));
    const following = followClock(clock, patience);
    const feeds = feedsOf(city, clock, options);
    const onListening = (port: number): Promise<void> => announce(options, { aggregator, patience, talk }, feeds, port);
    const serving = serve(feeds, options.port, signal, onListening);
    const broadcast = tellGauges(options, { aggregator, patience, city, clock });
    works.push(...cases, following, serving, broadcast);
    const told = Promise.all(cases);
    const rest = Promise.all([following, serving, broadcast]);
    await (options.once ? Promise.race([told, rest]) : Promise.all([told, rest]));
  };
  const settled = (): Promise<unknown> => Promise.allSettled(works);
  return { play, settled, summary: () => ({ seed: options.seed, historyDays, sources: Object.fromEntries(tallies) }) };
}

function delivered(options: Options, deliver: Deliver, security: Omit<SyslogDelivery, 'port'>): Deliver {
  const port = options['syslog-port'];
  return port === undefined ? deliver : syslogDelivery(deliver, { ...security, port });
}

/**
 * Rain and water by a broker, where one is named, and the service is told to listen there. Who asks for them the next time finds the
 * source declared as it was.
 */
async function tellGauges(
  options: Options,
  {
    aggregator,
    patience,
    city,
    clock,
  }: {
    readonly aggregator: Aggregator;
    readonly patience: Patience;
    readonly city: CityModel;
    readonly clock: CityClock;
  },
): Promise<void> {
  const { mqtt: url, centers } = options;
  if (url === undefined || !centers.includes('environment')) return;
  const declared = await patiently(() => aggregator.configOf(`${city.id}-rain-and-water`), patience);
  const { pull: _, ...config } = declared;
  await patiently(() => aggregator.declare({ ...config, mqtt: gaugePlan(city) }), patience);
  const messagesAt = gaugeMessages(city, clock.now());
  try {
    await tellBroker({ url, everyMs: stationsEveryMs, now: clock.now, messagesAt }, patience);
  } finally {
    const farewell = connect(options, AbortSignal.timeout(farewellMs));
    await farewell.declare(declared).catch(() => null); // the service may be gone already
  }
}

/** A story that is already so many minutes old began before now. */
function storyOf({ story, 'story-minute': minute }: Options, now: number): Story | null {
  return story === undefined ? null : { name: story, startsAt: now - minute * minuteMs };
}

function keyPlace({ keys, 'key-file': keyFile }: Options): KeyPlace {
  return { folder: keys, file: keyFile ?? null };
}

function connect(options: Options, signal: AbortSignal): Aggregator {
  const { url, token } = options;
  const place = keyPlace(options);
  return aggregatorAt({
    url,
    signal,
    keyOf: (source) => readKey(place, source),
    adminKey: () => (token === undefined ? readAdminKey(place) : Promise.resolve(token)),
  });
}

/** A ledger's clock that runs ahead, with nobody left to tell what happens, would make every figure stale. */
async function slowDown(options: Options): Promise<void> {
  const aggregator = connect(options, AbortSignal.timeout(farewellMs));
  await aggregator.drive(1).catch(() => null); // the service may be gone already, and its clock with it
}

async function followClock(clock: CityClock, patience: Patience): Promise<never> {
  for (;;) {
    await sleep(followEveryMs, undefined, { signal: patience.signal });
    await patiently(() => clock.follow(), patience);
  }
}

/** Without the operator's key the sources stay where they were declared. */
async function announce(
  options: Options,
  { aggregator, patience, talk }: { aggregator: Aggregator; patience: Patience; talk: Talk },
  feeds: Feeds,
  port: number,
): Promise<void> {
  if (options.token === undefined && (await readAdminKey(keyPlace(options))) === null) {
    talk.say('Without the operator’s key (--token) the sources are pulled from where they were declared.');
    return;
  }
  const moved = await patiently(() => announceFeeds(aggregator, new Set(Object.keys(feeds)), port), patience);
  if (moved.length > 0) talk.say(`Told the service that ${moved.length} sources are at port ${port}.`);
}

/** Serves until the signal asks to stop; resolves at once where there is nothing to serve. */
async function serve(
  feeds: Feeds,
  port: number,
  signal: AbortSignal,
  onListening: (port: number) => Promise<void>,
): Promise<void> {
  if (Object.keys(feeds).length === 0) return;
  const { server, port: taken } = await serveFeeds(feeds, port);
  try {
    await onListening(taken);
    await sleep(2 ** 31 - 1, undefined, { signal });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function feedsOf(
  city: CityModel,
  { now }: CityClock,
  { centers, 'syslog-port': syslog, mqtt, 'backfill-days': historyDays }: Options,
): Feeds {
  const feeds: Feeds = {
    ...(centers.includes('feedback') ? open311Feeds(city, now, historyDays) : {}),
    ...(centers.includes('traffic') ? { ...busFeeds(city, now), ...roadFeeds(city, now) } : {}),
    ...(centers.includes('emergency') ? emergencyFeeds(city, now) : {}),
    ...(centers.includes('it-support') ? helpDeskFeeds(city, now) : {}),
    ...(centers.includes('security') ? watchFeeds(city, now, syslog === undefined) : {}),
    ...(centers.includes('press') ? pressFeeds(city, now) : {}),
    ...(centers.includes('tourism') ? tourismFeeds(city, now) : {}),
    ...(centers.includes('environment')
      ? { ...alertFeeds(city, now), ...environmentFeeds(city, now, mqtt === undefined) }
      : {}),
  };
  return Object.keys(feeds).length === 0 ? feeds : { ...feeds, ...countsFeed(city, now) };
}

/**
 * A day's dossiers, and what its source sets right on that day.
 * @yields the records of one unit, case by case; the corrections last
 */
function* dossiersOf(city: CityModel, day: number): ReturnType<typeof dossierCohort> {
  yield* dossierCohort(city, day);
  yield channelCorrections(city, day);
}

function caseSourcesOf(city: CityModel, centers: readonly SimulatedCenter[]): PlayedSource[] {
  const dossiers: PlayedSource = {
    id: `${city.id}-one-stop`,
    cohortOf: (day) => dossiersOf(city, day),
    register: serviceRegister(city),
  };
  const tickets: PlayedSource = {
    id: `${city.id}-tickets`,
    cohortOf: (day) => ticketCohort(city, day),
    register: [],
  };
  const incidents: PlayedSource = {
    id: `${city.id}-security`,
    cohortOf: (day) => securityCohort(city, day),
    register: [],
  };
  return [
    ...(centers.includes('public-service') ? [dossiers] : []),
    ...(centers.includes('it-support') ? [tickets] : []),
    ...(centers.includes('security') ? [incidents] : []),
  ];
}
