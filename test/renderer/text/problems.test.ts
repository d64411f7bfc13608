import { describe, expect, it } from 'vitest';
import { explain } from '../../../renderer/text/problems.ts';
import { explainField } from '../../../renderer/text/fields.ts';
import { explainNotice } from '../../../renderer/text/notices.ts';
import { explainPlan } from '../../../renderer/text/plan-problems.ts';
import type {
  CallProblem, CommitProblem, FileProblem, PdfProblem,
} from '../../../shared/backend.ts';

const path = '/home/someone/Site A.aifp';

/** One of each: leaving a code out is a compile error. */
const file: { readonly [C in FileProblem['code']]: Extract<FileProblem, { code: C }> } = {
  'missing': { code: 'missing', path }, 'not-ours': { code: 'not-ours', path },
  'damaged': { code: 'damaged', path, detail: 'malformed database' }, 'busy': { code: 'busy',
    path },
  'newer-defaults': { code: 'newer-defaults', path, version: 3, appVersion: 1 },
  'too-new': { code: 'too-new', path, fileVersion: 7, appVersion: 2 }, 'read-only': {
    code: 'read-only', path,
  },
  'denied': { code: 'denied', path }, 'too-large': { code: 'too-large', path, bytes: 9e8,
    maxBytes: 5e8 },
  'exists': { code: 'exists', path }, 'disk-full': {
    code: 'disk-full', path,
  }, 'no-folder': { code: 'no-folder', path },
  'name-too-long': { code: 'name-too-long', path }, 'link-loop': { code: 'link-loop', path },
  'bad-name': { code: 'bad-name', path, why: 'reserved' }, 'disk-error': { code: 'disk-error',
    path, detail: 'EMFILE' },
  'too-slow': { code: 'too-slow', path, seconds: 10 }, 'too-much-memory': {
    code: 'too-much-memory', path, limitBytes: 4e8,
  },
};
const commit: { readonly [C in CommitProblem['code']]: Extract<CommitProblem, { code: C }> } = {
  'not-open': { code: 'not-open', session: '1' }, 'stale': { code: 'stale', id: 'x' },
  'invalid-record': { code: 'invalid-record', id: 'x', detail: 'demand.demand.utilisation' },
  'locked-scenario': { code: 'locked-scenario', scenarioId: 'base' },
  'read-only': { code: 'read-only', path }, 'disk-full': { code: 'disk-full', path },
  'disk-error': {
    code: 'disk-error', path, detail: 'SQLITE_IOERR_WRITE',
  }, 'moved': { code: 'moved', path },
  'replaced': { code: 'replaced', path }, 'deleted': { code: 'deleted', path },
};
const call: { readonly [C in CallProblem['code']]: Extract<CallProblem, { code: C }> } = {
  'bad-arguments': { code: 'bad-arguments', command: 'project:open', detail: 'path' },
  'refused': { code: 'refused', command: 'project:open' }, 'internal': { code: 'internal',
    detail: 'EIO' },
};
const pdf: { readonly [C in PdfProblem['code']]: Extract<PdfProblem, { code: C }> } = {
  'no-browser': {
    code: 'no-browser', detail: 'none found',
  }, 'cancelled': { code: 'cancelled' },
  'print-failed': { code: 'print-failed', detail: 'timeout' },
};

const all = [...Object.values(file), ...Object.values(commit), ...Object.values(call),
  ...Object.values(pdf)];

describe('a problem', () => {
  it.each(all)('$code is told in three whole sentences of its own', (problem) => {
    const { title, kept, next } = explain(problem);
    for (const sentence of [title, kept, next]) expect(sentence).toMatch(/^[\p{Lu}“\d].*\.$/u);
    expect(all.filter((other) => explain(other).title === title).map(({ code }) => code))
      .toContain(problem.code);
  });

  it('calls the file by its name, not by its whole path', () => {
    for (const problem of Object.values(file))
      expect(explain(problem).title).not.toContain('/home/');
    expect(explain(file['missing']).title).toContain('Site A.aifp');
  });

  it('of a newer file names both versions and offers no repair', () => {
    const { title, next } = explain(file['too-new']);
    expect(title).toContain('7');
    expect(title).toContain('2');
    expect(next).not.toMatch(/repair|recover|restore/i);
  });
});

describe('a refused value', () => {
  it('names the range in the unit of the field', () => {
    const text = explainField({ code: 'range', path: 'demand.utilisation', min: 0.01,
      max: 1, unit: 'fraction', got: '2' });
    expect(text).toBe('Must be between 1.00 % and 100.0 %.');
  });
});

describe('news', () => {
  it('tells a copy and a migration apart from problems', () => {
    expect(explainNotice({ code: 'saved-copy', path }).bad).toBe(false);
    expect(explainNotice({ code: 'migrated', from: 1, backup: path }))
      .toMatchObject({ bad: false });
    expect(explainNotice(file['missing']).bad).toBe(true);
  });
});

describe('a file that was taken away', () => {
  const copy = '/home/someone/Site A rescued.aifp';
  it.each(
    ['moved', 'replaced', 'deleted'] as const,
  )('%s is told with both names and where the work is', (code) => {
    const { title, kept, next, bad } =
      explainNotice({ code: 'displaced', displacement: { code, original: path, path: copy } });
    for (const sentence of [title, kept, next]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect([title.startsWith('Site A.aifp was '), kept.includes('Site A rescued.aifp'), bad])
      .toEqual([true, true, true]);
  });
});

describe('a plan that cannot be', () => {
  it('names the reference that leads nowhere and the nearest that exists', () => {
    const { title, next } = explainPlan({ code: 'unknown-reference', where: 'site.site',
      of: 'sites', id: 'asburn', nearest: 'ashburn' });
    expect(title).toContain('asburn');
    expect(next).toContain('ashburn');
  });
});
