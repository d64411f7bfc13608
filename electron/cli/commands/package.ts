import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ProjectStore } from '../../../db/store.ts';
import {
  digitLimits, disclosureModes, gridLimits, isDisclosure, isDisclosureMode,
  safestDisclosure, type Disclosure,
} from '../../../shared/project/disclosure.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import {
  reviewOrder, writePackage, type PackageProblem, type PackageReview,
} from '../../backend/package.ts';
import { readPreferences } from '../../backend/preferences.ts';
import { defaultDataFolder } from '../../browser/places.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { openForReading } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { printReview, reviewData } from '../package-review.ts';
import { explainFile } from '../problems.ts';
import { appVersion } from '../version.ts';

export const packageSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json', 'review', 'leave-mentions'],
  options: ['out', 'scenario', 'redact', 'disclose', 'grid', 'digits', 'as', 'data'],
  repeatable: ['scenario', 'redact'],
};

/** A share as `10%` or `0.1`. */
const readShare = (text: string): number =>
  (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));

/**
 * How figures that rest on a redacted input are given, or one sentence saying what is
 * wrong with the flags.
 */
function readDisclosure(args: Args): Result<Disclosure, string> {
  const mode = optionOf(args, 'disclose') ?? safestDisclosure.mode;
  if (!isDisclosureMode(mode)) {
    return refuse(`--disclose ${mode}: expected one of ${disclosureModes.join(', ')}`);
  }
  const [grid, digits] = [optionOf(args, 'grid'), optionOf(args, 'digits')];
  const disclosure: Disclosure = {
    mode, gridShare: grid === undefined ? safestDisclosure.gridShare : readShare(grid),
    digits: digits === undefined ? safestDisclosure.digits : Number(digits),
  };
  return isDisclosure(disclosure) ? ok(disclosure)
    : refuse(`--grid takes ${gridLimits.min * 100}% to ${gridLimits.max * 100}%,`
      + ` --digits a whole number of ${digitLimits.min} to ${digitLimits.max}`);
}

/**
 * `package`: a client-safe, signed copy with chosen scenarios, fields taken out, no history,
 * read-only for ever.
 */
export function runPackage(args: Args, output: Output): ExitCode {
  const target = optionOf(args, 'out');
  const disclosure = readDisclosure(args);
  const isReview = args.flags.has('review');
  if (!disclosure.ok || (!isReview && (target === undefined || existsSync(target)))) {
    output.err(!disclosure.ok ? disclosure.error
      : target === undefined
      ? '--out FILE.aifp is needed, or --review to see what a package would reveal'
        : `${target}: the file exists; name another`);
    return exitCodes.usage;
  }
  const opened = openForReading(args.positional[0] ?? '');
  if (!opened.ok) {
    output.err(opened.error.text);
    return opened.error.exit;
  }
  try {
    const job = { args, output, disclosure: disclosure.value,
      target: isReview ? null : target ?? null };
    return makePackage(opened.value, job);
  } finally {
    opened.value.close();
  }
}

interface Job {
  readonly args: Args;
  readonly output: Output;
  readonly disclosure: Disclosure;
  /** Null only shows what a package would reveal. */
  readonly target: string | null;
}

function makePackage(store: ProjectStore, { args, output, disclosure, target }: Job): ExitCode {
  const all = listScenarios(store.document());
  const wanted = args.options.get('scenario') ?? all.map(({ id }) => id);
  const selection = {
    scenarioIds: wanted.map(
      (word) => all.find((s) => s.id === word || s.name === word)?.id ?? word,
    ),
    redact: args.options.get('redact') ?? [], disclosure,
    leaveMentions: args.flags.has('leave-mentions'),
  };
  const review = reviewOrder(store, selection);
  if (!review.ok) return stop(review.error, output);
  showReview(review.value, { args, output, disclosure, target });
  if (target === null) return exitCodes.done;
  const dataFolder = resolve(optionOf(args, 'data') ?? defaultDataFolder());
  const sender = optionOf(args, 'as')
    ?? readPreferences(join(dataFolder, 'preferences.json')).author;
  const order = { ...selection, appVersion, nowMs: Date.now(), dataFolder, sender };
  const written = writePackage(store, resolve(target), order);
  if (!written.ok) return stop(written.error, output);
  const { hash, redacted, fingerprint } = written.value;
  output.out(args.flags.has('json')
    ? JSON.stringify({
      path: target, hash, redacted, fingerprint, signedBy: sender,
      review: reviewData(review.value, disclosure),
    })
    : `${target}: ${redacted} fields taken out, signed by ${sender} (${fingerprint}), sha256 ${hash}`);
  return exitCodes.done;
}

/**
 * What is revealed is told before anything is written; where nothing is written it is the
 * answer.
 */
function showReview(review: PackageReview, { args, output, disclosure, target }: Job): void {
  const isData = target === null && args.flags.has('json');
  const text = isData ? JSON.stringify(reviewData(review, disclosure))
    : printReview(review, disclosure);
  if (target === null) output.out(text);
  else output.err(text);
}

function stop(problem: PackageProblem, output: Output): ExitCode {
  if (problem.code !== 'bad-arguments') {
    output.err(explainFile(problem));
    return exitCodes.badFile;
  }
  output.err(problem.detail.includes('may stay') ? `${problem.detail} (--leave-mentions)`
    : problem.detail);
  return exitCodes.usage;
}
