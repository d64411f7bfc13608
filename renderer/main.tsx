import { config } from 'zod';
import { guardMarkup } from './backend/trusted-types.ts';

guardMarkup(window, window.location.href);
// The schema library otherwise tries whether it may make functions out of texts, which
// the page's policy forbids and reports.
config({ jitless: true });

// Everything that makes schemas or markup is loaded after that; a report on paper needs
// nothing of the planner's screens.
if (new URLSearchParams(window.location.search).get('view') === 'report')
  await import('./start-report.tsx');
else await import('./start.tsx');
