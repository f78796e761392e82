import { caseKindSchema, stepNameSchema, type Inspection, type Mapping } from '@flagtower/contracts';
import { useId, type ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords, type ImportWords } from './import-words.ts';
import {
  columnOf,
  constantOf,
  fieldsOf,
  stepOf,
  stepWords,
  withColumn,
  withStep,
  withTimes,
  type FieldName,
} from './mapping-edit.ts';

interface EditorProps {
  readonly mapping: Mapping;
  readonly inspection: Inspection;
  readonly onChange: (mapping: Mapping) => void;
}

/** Column by column: which field it is, what its words mean, how its times are written. */
export function MappingEditor(props: EditorProps): ReactNode {
  const { mapping, onChange } = props;
  const { locale } = useWords();
  const words = importWords[locale].mapping;
  return (
    <div className="import-editor">
      <Choice
        label={words.shape}
        value={mapping.shape}
        options={(['cases', 'events'] as const).map((shape) => [shape, words.shapes[shape]])}
        onChoose={(shape) => onChange({ ...mapping, shape: shape === 'events' ? 'events' : 'cases' })}
      />
      <Choice
        label={words.caseKind}
        value={mapping.caseKind}
        options={caseKindSchema.options.map((kind) => [kind, words.caseKinds[kind]])}
        onChoose={(kind) => onChange({ ...mapping, caseKind: caseKindSchema.parse(kind) })}
      />
      <Columns {...props} words={words} />
      <Steps {...props} words={words} />
      <Times {...props} words={words} />
    </div>
  );
}

type PartProps = EditorProps & { readonly words: ImportWords['mapping'] };

function Columns({ mapping, inspection, onChange, words }: PartProps): ReactNode {
  const choicesFor = (field: FieldName): [string, string][] => {
    const held = columnOf(mapping, field);
    const constant = constantOf(mapping, field);
    const columns =
      held === null || inspection.columns.includes(held) ? inspection.columns : [held, ...inspection.columns];
    const none: [string, string] = ['', constant === null ? words.noColumn : words.constant(constant)];
    return [...(field === 'dossier' ? [] : [none]), ...columns.map((column): [string, string] => [column, column])];
  };
  return (
    <fieldset>
      <legend>
        {words.field} → {words.column}
      </legend>
      {fieldsOf(mapping.shape).map((field) => (
        <Choice
          key={field}
          label={words.fields[field]}
          value={columnOf(mapping, field) ?? ''}
          options={choicesFor(field)}
          onChoose={(column) => onChange(withColumn(mapping, field, column === '' ? null : column))}
        />
      ))}
    </fieldset>
  );
}

function Steps({ mapping, inspection, onChange, words }: PartProps): ReactNode {
  const list = stepWords(mapping, inspection.sample);
  if (list.length === 0) return null;
  return (
    <fieldset>
      <legend>{words.words}</legend>
      {list.map((word) => (
        <Choice
          key={word}
          label={word}
          value={stepOf(mapping, word)}
          options={[
            ['', words.noStep],
            ...stepNameSchema.options.map((step): [string, string] => [step, words.steps[step]]),
          ]}
          onChoose={(step) => onChange(withStep(mapping, word, step === '' ? null : stepNameSchema.parse(step)))}
        />
      ))}
    </fieldset>
  );
}

function Times({ mapping, onChange, words }: PartProps): ReactNode {
  const zone = mapping.zone ?? '';
  const formats = (mapping.timeFormats ?? []).join('; ');
  return (
    <>
      <TextField
        label={words.zone}
        hint={words.zoneHint}
        value={zone}
        onWrite={(next) => onChange(withTimes(mapping, { zone: next, formats }))}
      />
      <TextField
        label={words.formats}
        hint={words.formatsHint}
        value={formats}
        onWrite={(next) => onChange(withTimes(mapping, { zone, formats: next }))}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className="import-row">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onWrite: (value: string) => void;
}

/** Written when the field is left: a half-typed format is no format. */
export function TextField({ label, hint, value, onWrite }: TextFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="import-row">
      <label htmlFor={id}>{label}</label>
      <span>
        <input
          id={id}
          key={value}
          type="text"
          defaultValue={value}
          aria-describedby={`${id}-hint`}
          onBlur={({ target }) => target.value !== value && onWrite(target.value)}
        />
        <small id={`${id}-hint`} className="note">
          {hint}
        </small>
      </span>
    </div>
  );
}
