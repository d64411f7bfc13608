import type { Grade, Statement } from './types.ts';

/**
 * Quotes statements of one source, so that a source is written down once per table.
 * @example stated('README', null)('a note').grade // 'primary'
 */
export const stated = (source: string, date: string | null, grade: Grade = 'primary') =>
  (note?: string): Statement =>
    ({ source, date, grade, ...(note === undefined ? {} : { note }) });
