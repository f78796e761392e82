import { numberText, type Language } from '@flagtower/charts';
import type { AirQuality, ThingDay } from '@flagtower/contracts';
import { airBandOf, airScaleOn, vnAqiOfHour, vnAqiSince } from '@flagtower/domain';
import type { ReactNode } from 'react';

import { ledgerDay } from '../cells/ledger-day.ts';
import { levelColor } from '../look/level.ts';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import { metricName } from '../words/metric-words.ts';
import { hoursOfAir } from './hours-of-air.ts';

interface IndexWords {
  readonly name: string;
  readonly leading: (pollutant: string) => string;
  readonly parts: (parts: string, basis: string) => string;
  readonly none: string;
}

const indexWords: Readonly<Record<Language, IndexWords>> = {
  vi: {
    name: 'VN_AQI giờ, tính lại từ nồng độ',
    leading: (pollutant) => `quyết định bởi ${pollutant}`,
    parts: (parts, basis) =>
      `${parts} · theo ${basis}: bụi tính NowCast 12 giờ, khí tính trung bình giờ gần nhất. Để đối chiếu với chỉ số trạm báo.`,
    none: 'Chưa tính được: cần số đo PM2.5 hoặc PM10 của ít nhất 2 trong 3 giờ gần nhất.',
  },
  en: {
    name: 'VN_AQI of the hour, computed from concentrations',
    leading: (pollutant) => `decided by ${pollutant}`,
    parts: (parts, basis) =>
      `${parts} · by ${basis}: dust as NowCast of 12 hours, gases as the mean of the last hour. To be held against what the station tells.`,
    none: 'Not computed: PM2.5 or PM10 of at least 2 of the last 3 hours is needed.',
  },
};

/** A station's index by the official rule, from what it measured: what it tells itself can be held against it. Nothing on days of another rule. */
export function IndexOfHour({
  air,
  thing,
  at,
  zone,
}: {
  readonly air: AirQuality;
  readonly thing: ThingDay;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly zone: string;
}): ReactNode {
  const { locale, marks } = useWords();
  const words = indexWords[locale];
  const day = ledgerDay(at, zone);
  const scale = airScaleOn(air.scales, day);
  if (scale === null || day < vnAqiSince) return null;
  const found = vnAqiOfHour(hoursOfAir(thing, at));
  const band = found === null ? null : airBandOf(scale, found.index);
  return (
    <section className="thing-metric" aria-label={words.name}>
      <h2>{words.name}</h2>
      {found === null || band === null ? (
        <p className="note">{words.none}</p>
      ) : (
        <>
          <p>
            <b>{numberText(found.index, locale)}</b>{' '}
            <span style={{ color: levelColor(band.level) }}>
              <Mark level={band.level} name={marks[band.level]} size={16} /> {band.names[locale]}
            </span>{' '}
            <span className="note">{words.leading(metricName(found.leading, locale))}</span>
          </p>
          <p className="note">
            {words.parts(
              Object.entries(found.parts)
                .map(([pollutant, index]) => `${metricName(pollutant, locale)} ${numberText(index, locale)}`)
                .join(' · '),
              scale.names[locale],
            )}
          </p>
        </>
      )}
    </section>
  );
}
