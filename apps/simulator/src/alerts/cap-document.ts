import { Temporal } from 'temporal-polyfill';

import type { Place } from '../city-model.ts';
import type { AlertMessage } from './alert-message.ts';

const sender = 'simulated-weather@flagtower.example';

/** Writes moments in a zone; the element's name is its key. */
type Moment = (at: number) => string;

/**
 * An EDXL-DE 1.0 envelope with CAP 1.2 alerts, in Vietnamese and English, as of a moment (epoch milliseconds). Status is
 * Actual: that it is simulated is told by sender, ids and note, and by the ledger that reads it.
 * @param zone whose offset the times carry, as CAP asks
 */
export function capDocument(messages: readonly AlertMessage[], at: number, zone: string): string {
  const moment: Moment = (ms) =>
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">',
    element('distributionID', `simulated-${new Date(at).toISOString()}`),
    element('senderID', sender),
    element('dateTimeSent', moment(at)),
    element('distributionStatus', 'Actual'),
    element('distributionType', 'Report'),
    element('combinedConfidentiality', 'UNCLASSIFIED AND NOT SENSITIVE'),
    ...messages.map(
      (message) =>
        `<contentObject><xmlContent><embeddedXMLContent>${alertXml(message, moment)}</embeddedXMLContent></xmlContent></contentObject>`,
    ),
    '</EDXLDistribution>',
  ];
  return `${lines.join('\n')}\n`;
}

function alertXml(message: AlertMessage, moment: Moment): string {
  const references = message.references.map(({ identifier, sentAt }) => `${sender},${identifier},${moment(sentAt)}`);
  return [
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    element('identifier', message.identifier),
    element('sender', sender),
    element('sent', moment(message.sentAt)),
    element('status', 'Actual'),
    element('msgType', message.msgType),
    element('scope', 'Public'),
    element('note', 'simulated'),
    references.length === 0 ? '' : element('references', references.join(' ')),
    infoXml(message, 'vi', moment),
    infoXml(message, 'en', moment),
    '</alert>',
  ].join('');
}

function infoXml(message: AlertMessage, language: 'vi' | 'en', moment: Moment): string {
  const { hazard } = message;
  const words = hazard[language];
  return [
    '<info>',
    element('language', language === 'vi' ? 'vi-VN' : 'en-US'),
    element('category', hazard.category),
    element('event', words.event),
    element('urgency', hazard.urgency),
    element('severity', message.severity),
    element('certainty', hazard.certainty),
    element('effective', moment(message.sentAt)),
    element('onset', moment(message.onsetAt)),
    element('expires', moment(message.expiresAt)),
    element('senderName', language === 'vi' ? 'Đài khí tượng mô phỏng' : 'Simulated weather office'),
    element('headline', words.headline),
    element('description', words.description),
    element('instruction', words.instruction),
    areaXml(message.places, language),
    '</info>',
  ].join('');
}

const namedPlaces = 12;

/** One area for the whole alert: a code for each unit, and a circle of its own area around each known point. */
function areaXml(places: readonly Place[], language: 'vi' | 'en'): string {
  const names = places.slice(0, namedPlaces).map(({ name }) => name);
  const rest = places.length - names.length;
  const more = language === 'vi' ? `và ${rest} đơn vị khác` : `and ${rest} more`;
  return [
    '<area>',
    element('areaDesc', rest > 0 ? `${names.join(', ')} ${more}` : names.join(', ')),
    ...places.flatMap(({ point, areaKm2 }) =>
      point === null || areaKm2 === null
        ? []
        : [element('circle', `${point[1]},${point[0]} ${Math.sqrt(areaKm2 / Math.PI).toFixed(2)}`)],
    ),
    ...places.map(({ code }) => `<geocode>${element('valueName', 'unit')}${element('value', code)}</geocode>`),
    '</area>',
  ].join('');
}

function element(name: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${escaped}</${name}>`;
}
