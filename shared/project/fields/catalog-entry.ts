import { choice, decide, text, toggle } from '../define.ts';

/**
 * An entry of the catalogue of the project's own: a new one, or figures in place of the
 * built-in one's.
 */
export const catalogEntryFields = [
  text('name', 'Own catalogue entry', 120, 'Own entry',
    decide('Own catalogue', 'Name of the entry; a built-in entry keeps its own.')),
  toggle('inUse', 'In use', true,
    decide('Own catalogue', 'Off: plans see the built-in catalogue.')),
  choice('collection', 'Part of the catalogue', [
    ['accelerators', 'Accelerators'], ['systems', 'Systems'], ['models', 'Models'],
    ['tokenPrices', 'Token prices'], ['sites', 'Sites'],
    ['releases', 'Software releases'], ['switches', 'Switches'],
    ['transceivers', 'Transceivers'],
  ], 'systems', decide('Own catalogue', 'Which table the entry belongs to.')),
  text('entry', 'Key', 120, '',
    decide('Own catalogue',
      'Key of the entry: that of a built-in one to replace figures of it, another for a new one.')),
  text('basedOn', 'Based on', 120, '',
    decide('Own catalogue',
      'Entry whose values stand where this one states nothing; empty for the entry of the same key.')),
  text('figures', 'Figures', 10_000, '', decide('Own catalogue',
    'Stated figures as JSON, each with value, unit, source, date and evidence class.',
    { advanced: true })),
  text('properties', 'Properties', 10_000, '', decide('Own catalogue',
    'Stated properties that are no figures, as JSON: an accelerator of a system, a release’s month.',
    { advanced: true })),
] as const;
