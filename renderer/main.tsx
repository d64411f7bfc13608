import { config } from 'zod';
import { guardMarkup } from './backend/trusted-types.ts';

guardMarkup(window, window.location.href);
// The schema library otherwise tries whether it may make functions out of texts, which
// the page's policy forbids and reports.
config({ jitless: true });

// Everything that makes schemas or markup is loaded after that.
await import('./start.tsx');
