import { isOfCases, type Inspection, type Mapping } from '@flagtower/contracts';
import type { ReactNode } from 'react';

import { useWords } from '../words/language.tsx';
import { importWords } from './import-words.ts';
import { MappingEditor } from './mapping-editor.tsx';

/** A mapping as chosen: a shipped one by its id, or one of this file's own. */
export type MappingChoice =
  | { readonly kind: 'shipped'; readonly id: string; readonly mapping: Mapping }
  | { readonly kind: 'own'; readonly mapping: Mapping };

/** The best that is there: a shipped mapping, else the guess; `null`: the format needs none. */
export function firstMapping({ mappings, suggestion }: Inspection): MappingChoice | null {
  const [shipped] = mappings;
  if (shipped !== undefined) return { kind: 'shipped', ...shipped };
  return suggestion === null ? null : { kind: 'own', mapping: suggestion };
}

/** As the intake takes it. */
export function mappingText(choice: MappingChoice | null): string | null {
  if (choice === null) return null;
  return choice.kind === 'shipped' ? choice.id : JSON.stringify(choice.mapping);
}

interface MappingStepProps {
  readonly inspection: Inspection;
  /** `null`: the format needs none. */
  readonly choice: MappingChoice | null;
  readonly onChoose: (choice: MappingChoice) => void;
}

/** A shipped mapping by its name, or this file's own, column by column. */
export function MappingStep({ inspection, choice, onChoose }: MappingStepProps): ReactNode {
  const { locale } = useWords();
  const words = importWords[locale].mapping;
  if (choice === null) return <p className="label">{words.none}</p>;
  const hasShipped = inspection.mappings.length > 0;
  return (
    <>
      <fieldset>
        <legend className="visually-hidden">{words.title}</legend>
        {inspection.mappings.map(({ id, mapping }) => (
          <Option
            key={id}
            text={words.shipped(mapping.name)}
            isChosen={choice.kind === 'shipped' && choice.id === id}
            onChoose={() => onChoose({ kind: 'shipped', id, mapping })}
          />
        ))}
        {!isOfCases(choice.mapping.shape) ? null : (
          <Option
            text={hasShipped ? words.adjust : words.guessed}
            isChosen={choice.kind === 'own'}
            onChoose={() => onChoose({ kind: 'own', mapping: choice.mapping })}
          />
        )}
      </fieldset>
      {choice.kind === 'own' ? (
        <MappingEditor
          mapping={choice.mapping}
          inspection={inspection}
          onChange={(mapping) => onChoose({ kind: 'own', mapping })}
        />
      ) : null}
    </>
  );
}

function Option({
  text,
  isChosen,
  onChoose,
}: {
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <label className="import-option">
      <input type="radio" name="mapping" checked={isChosen} onChange={onChoose} /> {text}
    </label>
  );
}
