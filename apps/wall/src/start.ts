import { askFirstLevel } from './drill/first-level.ts';
import { latePart } from './stream/late-part.ts';

// A level of a large city takes the service longer than the page its parts: it is asked for before anything else is fetched.
if (/^\/drill(\/|$)/.test(location.pathname)) {
  askFirstLevel(location);
  import('./drill-scene.tsx').catch(() => undefined);
}

await latePart(() => import('./main.tsx'));
