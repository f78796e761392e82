import { measureWord } from '@flagtower/charts';
import { boundSchema, FlagtowerError, type LedgerName, type ReportField } from '@flagtower/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { Field } from '../forms/field.tsx';
import { Problem } from '../forms/problem.tsx';
import { Mark } from '../look/mark.tsx';
import { useWords } from '../words/language.tsx';
import type { StatedDefinition } from './report-list.tsx';
import { propose, unitsOn } from './report-requests.ts';
import { reportWords } from './report-words.ts';
import { typedNumber } from './typed-number.ts';

const empty = { indicator: '', unit: '', from: '', to: '', value: '', isUnknown: false, bound: '', statedBy: '' };
type Typed = typeof empty;
/** One query a day: whoever changes the day asks anew. */
const reasonPrefix = 'this figure cannot be stated: ';

/** States a figure; it waits for a second person then. */
export function ReportForm({
  ledger,
  definitions,
}: {
  readonly ledger: LedgerName;
  readonly definitions: readonly StatedDefinition[];
}): ReactNode {
  const { locale } = useWords();
  const { enter: words, ...all } = reportWords[locale];
  const queries = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const chosen = definitions.find(({ indicator }) => indicator === typed.indicator) ?? null;
  const sent = useMutation({
    mutationFn: async () => {
      await propose(ledger, draftOf(typed, chosen, locale));
    },
    onSuccess: async () => {
      // What is typed next is most likely another figure of the same paper.
      setTyped({ ...typed, value: '', bound: '', isUnknown: false });
      await queries.invalidateQueries({ queryKey: ['proposals'] });
    },
  });
  const type = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    sent.reset();
  };
  const wrong = (field: ReportField): string | undefined => {
    const issue = issueOf(sent.error);
    return issue?.field === field ? all.reasons[issue.reason] : undefined;
  };
  return (
    <section className="work-section" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="note">{words.why}</p>
      <form className="form" action={() => sent.mutate()}>
        <div className="form-grid">
          <Field label={words.figure} wrong={wrong('indicator')} hint={chosen?.definition.meaning[locale]}>
            {(field) => (
              <select
                {...field}
                required
                value={typed.indicator}
                onChange={({ target }) => type({ indicator: target.value })}
              >
                <option value="">{words.choose}</option>
                {definitions.map(({ indicator, definition }) => (
                  <option key={indicator} value={indicator}>
                    {definition.names[locale]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.from} wrong={wrong('from')} hint={words.oneDay}>
            {(field) => (
              <input
                {...field}
                type="date"
                required
                value={typed.from}
                onChange={({ target }) => type({ from: target.value })}
              />
            )}
          </Field>
          <Field label={words.to} wrong={wrong('to')}>
            {(field) => (
              <input
                {...field}
                type="date"
                required
                min={typed.from}
                value={typed.to}
                onChange={({ target }) => type({ to: target.value })}
              />
            )}
          </Field>
          <UnitField day={typed.to} unit={typed.unit} wrong={wrong('unit')} onChoose={(unit) => type({ unit })} />
        </div>
        <ValueFields typed={typed} chosen={chosen} wrong={wrong} onType={type} />
        <Field label={words.source} hint={words.sourceHint} wrong={wrong('statedBy')}>
          {(field) => (
            <input
              {...field}
              required
              minLength={3}
              maxLength={200}
              value={typed.statedBy}
              onChange={({ target }) => type({ statedBy: target.value })}
            />
          )}
        </Field>
        {issueOf(sent.error) === null ? <Problem error={sent.error} /> : null}
        {sent.isSuccess ? (
          <output className="form-done">
            <Mark level="normal" name={null} /> {words.done}
          </output>
        ) : null}
        <div className="form-buttons">
          <button type="submit" className="form-button form-main" disabled={sent.isPending}>
            {words.propose}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The units that there were when the period ended. */
function UnitField({
  day,
  unit,
  wrong,
  onChoose,
}: {
  readonly day: string;
  readonly unit: string;
  readonly wrong: string | undefined;
  readonly onChoose: (unit: string) => void;
}): ReactNode {
  const { locale } = useWords();
  const words = reportWords[locale].enter;
  const units = useQuery({
    queryKey: ['units', day],
    queryFn: ({ signal }) => unitsOn(day, signal),
    enabled: day !== '',
    staleTime: Infinity,
  });
  const sorted = (units.data ?? []).toSorted(
    (a, b) => a.level.localeCompare(b.level) || a.names.vi.localeCompare(b.names.vi, 'vi'),
  );
  const first = sorted.filter(({ level }) => level === 'city');
  const rest = sorted.filter(({ level }) => level !== 'city');
  return (
    <Field label={words.unit} wrong={wrong}>
      {(field) => (
        <select
          {...field}
          required
          disabled={units.data === undefined}
          value={unit}
          onChange={({ target }) => onChoose(target.value)}
        >
          <option value="">{words.chooseUnit}</option>
          {[...first, ...rest].map(({ code, type, names }) => (
            <option key={code} value={code}>
              {locale === 'vi' ? `${names.vi} (${type.vi})` : `${names.en} (${type.en})`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function ValueFields({
  typed,
  chosen,
  wrong,
  onType,
}: {
  readonly typed: Typed;
  readonly chosen: StatedDefinition | null;
  readonly wrong: (field: ReportField) => string | undefined;
  readonly onType: (part: Partial<Typed>) => void;
}): ReactNode {
  const { locale } = useWords();
  const { enter: words, bounds } = reportWords[locale];
  const unit = chosen === null ? null : measureWord(chosen.definition.unitOfMeasure, locale);
  return (
    <div className="form-grid">
      <Field label={words.value} hint={unit === null ? undefined : words.valueHint(unit)} wrong={wrong('value')}>
        {(field) => (
          <input
            {...field}
            inputMode="decimal"
            required={!typed.isUnknown}
            disabled={typed.isUnknown}
            value={typed.value}
            onChange={({ target }) => onType({ value: target.value })}
          />
        )}
      </Field>
      <Field label={words.bound}>
        {(field) => (
          <select
            {...field}
            disabled={typed.isUnknown}
            value={typed.bound}
            onChange={({ target }) => onType({ bound: target.value })}
          >
            <option value="">{words.exactly}</option>
            {boundSchema.options.map((bound) => (
              <option key={bound} value={bound}>
                {bounds[bound]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="report-unknown">
        <input
          type="checkbox"
          checked={typed.isUnknown}
          onChange={({ target }) => onType({ isUnknown: target.checked, value: '' })}
        />{' '}
        {words.unknown}
      </label>
    </div>
  );
}

/** @throws FlagtowerError `BAD_REQUEST` where the value is no number; the service checks all else */
function draftOf(typed: Typed, chosen: StatedDefinition | null, locale: 'vi' | 'en'): Parameters<typeof propose>[1] {
  const { indicator, unit, from, to, isUnknown, statedBy } = typed;
  const number = isUnknown ? null : typedNumber(typed.value, locale);
  if (!isUnknown && number === null)
    throw new FlagtowerError('BAD_REQUEST', `${reasonPrefix}not-a-number`, { place: 'value' });
  const isShare = chosen?.definition.unitOfMeasure === '1';
  const bound = boundSchema.safeParse(typed.bound);
  return {
    indicator,
    unit,
    period: { from, to },
    value: number === null || !isShare ? number : Math.round(number * 1e10) / 1e12,
    bound: isUnknown || !bound.success ? null : bound.data,
    statedBy,
  };
}

/** The field that the service names, and its reason, where it has told one. */
function issueOf(error: unknown): { field: ReportField; reason: keyof (typeof reportWords)['vi']['reasons'] } | null {
  if (!(error instanceof FlagtowerError) || !error.message.startsWith(reasonPrefix)) return null;
  const reason = error.message.slice(reasonPrefix.length);
  const { fields, reasons } = reportWords.vi;
  const field = error.place ?? '';
  return isKey(fields, field) && isKey(reasons, reason) ? { field, reason } : null;
}

function isKey<Held extends object>(held: Held, key: string): key is Extract<keyof Held, string> {
  return Object.hasOwn(held, key);
}
