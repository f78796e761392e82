import { deedRole } from '@flagtower/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ComponentType, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { pageHref } from '../navigation/page-href.ts';
import { PageLink } from '../navigation/page-link.tsx';
import { useMay } from '../session/use-may.ts';
import { useWords } from '../words/language.tsx';
import { incidentWords } from './incident-words.ts';
import type { PlaceMapProps } from './place-map-props.ts';
import { RaiseForm } from './raise-form.tsx';
import { raiseWords } from './raise-words.ts';

import '../forms/forms.css';
import './incidents.css';

/** `/incidents/new`: what somebody on duty sees or is told, and no source tells. */
export function RaisePage({ placeMap }: { readonly placeMap: ComponentType<PlaceMapProps> }): ReactNode {
  const [queries] = useState(() => new QueryClient());
  const { locale } = useWords();
  const words = raiseWords[locale];
  const city = useCity();
  const mayRaise = useMay(deedRole);
  return (
    <main className="work-page raise-page">
      <header>
        <h1>{words.title}</h1>
        <p className="label">{words.intro}</p>
      </header>
      <p>
        <PageLink href={pageHref('/incidents', {}, location.search)}>← {incidentWords[locale].back}</PageLink>
      </p>
      {mayRaise ? (
        <QueryClientProvider client={queries}>
          <RaiseForm city={city} placeMap={placeMap} />
        </QueryClientProvider>
      ) : (
        <p className="note">
          {words.mayNot}{' '}
          <PageLink href={pageHref('/sign-in', { next: '/incidents/new' }, location.search)}>{words.signIn}</PageLink>
        </p>
      )}
    </main>
  );
}
