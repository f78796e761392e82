import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ComponentProps, type ReactNode } from 'react';

import { WhyPanel } from './why-panel.tsx';

/** The panel over a scene that asks no questions of its own: it brings what its questions need. */
export function WhyOverScene(props: ComponentProps<typeof WhyPanel>): ReactNode {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  return (
    <QueryClientProvider client={queries}>
      <WhyPanel {...props} />
    </QueryClientProvider>
  );
}
