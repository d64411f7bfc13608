import type { IssuedFigure } from '../../shared/project/package-info.ts';
import type { Recovery } from '../../shared/disclosure/attack.ts';
import type { Choice } from '../../shared/disclosure/review.ts';
import { disclosureModes, type Disclosure } from '../../shared/project/disclosure.ts';
import type { PackageReview } from '../backend/package.ts';
import { table } from './output.ts';

const short = (value: number | null): string =>
  (value === null ? 'none' : String(Number(value.toPrecision(6))));

/**
 * A figure as a package gives it.
 * @example printIssued({ key: 'npvUsd', unit: 'USD', shown: 'withheld' }) // 'withheld'
 */
export function printIssued(figure: IssuedFigure): string {
  if (figure.shown === 'withheld') return 'withheld';
  if (figure.shown === 'range') return `${short(figure.low)} to ${short(figure.high)}`;
  const isAbout = figure.shown === 'rounded' && figure.value !== null;
  return isAbout ? `about ${short(figure.value)}` : short(figure.value);
}

/** What an attacker who knows everything else makes of one redacted input. */
export function printRecovery(found: Recovery): string {
  switch (found.kind) {
    case 'text': return 'nothing to try';
    case 'options': return `${found.consistent} of ${found.of} choices left`;
    case 'number': {
      if (!found.told) return 'nothing';
      const spans = found.intervals.map(({ low, high }) => `${short(low)} to ${short(high)}`)
        .join(' or ');
      return `${spans === '' ? 'contradictory figures' : spans}, ${found.digits} digits`;
    }
  }
}

/** Figures that the choices give in different ways, one scenario after the other. */
function figureRows(choices: readonly Choice[]): readonly (readonly string[])[] {
  const [first] = choices;
  const rowOf = (scenario: string, at: number, place: number, { key, unit }: IssuedFigure) => {
    const given = choices.map(({ issued }) => issued[at]?.figures[place]);
    if (given.every((figure) => figure?.shown === 'exact')) return [];
    const cells = given.map((figure) => (figure === undefined ? '' : printIssued(figure)));
    return [[`${scenario} ${key}`, ...cells, unit]];
  };
  return (first?.issued ?? []).flatMap(({ id, figures }, at) =>
    figures.flatMap((figure, place) => rowOf(id, at, place, figure)));
}

const recoveryRows = (choices: readonly Choice[]): readonly (readonly string[])[] =>
  (choices[0]?.recoveries ?? []).map(({ hidden }, at) => {
    const found = choices.map(({ recoveries }) => recoveries[at]);
    return [hidden.path,
      ...found.map((each) => (each === undefined ? '' : printRecovery(each)))];
  });

const exactIn = (choice: Choice | undefined): number =>
  (choice?.issued ?? []).flatMap(({ figures }) => figures)
    .filter(({ shown }) => shown === 'exact').length;

/**
 * What a sender reads before anything is written: what each choice gives, and what of it leads
 * back.
 */
export function printReview(
  { choices, mentions, prepared }: PackageReview, disclosure: Disclosure,
): string {
  const heads =
    disclosureModes.map((mode) => (mode === disclosure.mode ? `${mode} (chosen)` : mode));
  const grid = `${Number((disclosure.gridShare * 100).toPrecision(3))} %`;
  return [
    `${prepared.redacted.length} fields and notes are taken out. ${exactIn(choices[0])} figures rest on none of them`
      + ' and are given as they are.',
    ...(prepared.unknown.length === 0 ? [] : [
      `Values this version does not know are left out: ${prepared.unknown.join(', ')}.`,
    ]),
    `The others, by choice, with a grid of ${grid} and ${disclosure.digits} digits:`,
    table([['figure', ...heads, 'unit'], ...figureRows(choices)]),
    'What somebody who knows everything else learns of each redacted input:',
    table([['input', ...heads], ...recoveryRows(choices)]),
    ...(mentions.length === 0 ? [] : [
      'What stays seems to say what is taken out:',
      ...mentions.map(({ where, says }) => `  ${where} says ${says}`),
    ]),
  ].join('\n');
}

function recoveryData(found: Recovery): unknown {
  const about = { path: found.hidden.path, kind: found.kind };
  switch (found.kind) {
    case 'text': return about;
    case 'options': return { ...about, consistent: found.consistent, of: found.of };
    case 'number': {
      const { intervals, told, widthShare, digits } = found;
      return { ...about, intervals, widthShare: told ? widthShare : null, digits };
    }
  }
}

/** The same for programs. */
export const reviewData = (
  { choices, mentions, prepared }: PackageReview, disclosure: Disclosure,
): unknown => ({
  schema: 'aifp.package-review/1', disclosure, redacted: prepared.redacted,
  unknownValues: prepared.unknown, mentions,
  choices: choices.map(({ mode, issued, recoveries }) =>
    ({ mode, issued, recovered: recoveries.map(recoveryData) })),
});
