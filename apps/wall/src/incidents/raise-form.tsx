import { FlagtowerError, type CityView } from '@flagtower/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';

import { unitFinder } from '../city/place-names.ts';
import { isAbout, Problem } from '../forms/problem.tsx';
import { Mark } from '../look/mark.tsx';
import { useGoTo } from '../navigation/go-to.ts';
import { pageHref } from '../navigation/page-href.ts';
import { useStream } from '../stream/stream-context.ts';
import { useWords } from '../words/language.tsx';
import { raise } from './incident-requests.ts';
import type { PlaceMapProps } from './place-map-props.ts';
import { emptyDraft, isField, readDraft, typedOn, type RaiseFault, type RaiseField } from './raise-draft.ts';
import { KindFields, PlaceFields, WhatField } from './raise-fields.tsx';
import { raiseWords } from './raise-words.ts';

/** What is typed is judged when it is sent; what is wrong is said at its field, and the first of them is gone to. */
export function RaiseForm({
  city,
  placeMap: PlaceMap,
}: {
  readonly city: CityView | null;
  readonly placeMap: ComponentType<PlaceMapProps>;
}): ReactNode {
  const words = raiseWords[useWords().locale];
  const { ledger } = useStream();
  const goTo = useGoTo();
  const [typed, setTyped] = useState(emptyDraft);
  const [wrong, setWrong] = useState<ReadonlyMap<RaiseField, RaiseFault>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const sent = useMutation({
    mutationFn: (raised: Parameters<typeof raise>[1]) => raise(ledger, raised),
    onSuccess: (id) => goTo(pageHref(`/incidents/${id}`, {}, location.search)),
  });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const send = (): void => {
    const read = readDraft(typed, city);
    setWrong('wrong' in read ? read.wrong : new Map());
    setTries(tries + 1);
    if ('raised' in read) sent.mutate(read.raised);
  };
  const faultOf = (field: RaiseField): string | undefined => {
    const fault = wrong.get(field);
    if (fault !== undefined) return words.faults[fault];
    return isAbout(sent.error, field) ? words.unknown : undefined;
  };
  const fields = {
    city,
    typed,
    faultOf,
    onType: (part: Partial<typeof emptyDraft>) => {
      setTyped(typedOn(typed, part, (point) => (city === null ? null : (unitFinder(city)(point)?.code ?? null))));
      setWrong(new Map([...wrong].filter(([field]) => !Object.hasOwn(part, field))));
      sent.reset();
    },
  };
  const isAtField = sent.error instanceof FlagtowerError && isField(sent.error.place);
  return (
    <form ref={form} className="work-section form" action={send} noValidate aria-label={words.title}>
      <WhatField {...fields} />
      <KindFields {...fields} />
      <PlaceFields {...fields} />
      <PlaceMap {...fields} />
      {wrong.size === 0 ? null : (
        <p className="form-problem" role="alert">
          <Mark level="warning" name={null} size={18} /> {words.look}
        </p>
      )}
      {isAtField ? null : <Problem error={sent.error} />}
      <div className="form-buttons">
        <button type="submit" className="form-button form-main" disabled={sent.isPending}>
          {words.send}
        </button>
      </div>
    </form>
  );
}
