import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { useCity } from '../city/city-view.ts';
import { useWords } from '../words/language.tsx';
import { IncidentDetail } from './incident-detail.tsx';
import { IncidentList } from './incident-list.tsx';
import { incidentsSearchSchema } from './incident-requests.ts';
import { incidentWords } from './incident-words.ts';

import '../forms/forms.css';
import './incidents.css';

/** One list of what goes wrong in the city, and each of it by itself. */
export function IncidentsPage(): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <Incidents />
    </QueryClientProvider>
  );
}

function Incidents(): ReactNode {
  const words = incidentWords[useWords().locale];
  const city = useCity();
  const zone = city?.zone ?? 'UTC';
  const raw: unknown = useSearch({ strict: false });
  const { id }: { readonly id?: string } = useParams({ strict: false });
  return (
    <main className="work-page incidents-page">
      <header>
        <h1>{words.title}</h1>
        <p className="label">{words.intro}</p>
      </header>
      {id === undefined ? (
        <IncidentList search={incidentsSearchSchema.parse(raw)} city={city} zone={zone} />
      ) : (
        <IncidentDetail id={id} city={city} zone={zone} />
      )}
    </main>
  );
}
