import type { CalibrationCell, CalibrationRecord } from './record.ts';
import type { WattSample } from './watts.ts';
import { printWatts } from './watts-page.ts';
import type { ErrorStatistics } from './statistics.ts';
import type { Coverage, ErrorTable, MatrixRow, Validation } from './validation.ts';

const errors = ({ medianAbsPct, p90AbsPct, bias }: ErrorStatistics): string =>
  `${medianAbsPct.toFixed(1)} | ${p90AbsPct.toFixed(1)} | ${bias.toFixed(3)}`;

const short = (errorsOf: ErrorStatistics | null): string => (errorsOf === null ? '- | -'
  : `${errorsOf.medianAbsPct.toFixed(1)} | ${errorsOf.p90AbsPct.toFixed(1)}`);

function printTable({ title, groups }: ErrorTable): string {
  const rows = groups.map(({ group, rows: count, throughput, tpot }) =>
    `| ${group} | ${count} | ${errors(throughput)} | ${short(tpot)} |`);
  return [
    `### ${title}`, '',
    '| group | rows | throughput median % | p90 % | bias | TPOT median % | p90 % |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function printCell(cell: CalibrationCell): string {
  const dates = cell.from === null ? 'undated' : `${cell.from} to ${cell.to}`;
  return `| ${cell.family} | ${cell.backend} | ${cell.rows} | ${dates} | ${errors(cell)} | `
    + `${cell.models.join(', ')} |`;
}

const inWhole = (share: number | null): string =>
  (share === null ? '-' : `${Math.round(share * 100)} %`);

function printCoverage(title: string, what: string, coverage: readonly Coverage[]): string {
  return [
    `### ${title}`, '', what, '',
    '| left out | rows | within |', '|---|--:|--:|',
    ...coverage.map(({ title, rows, inside }) =>
      `| ${title.replace('Leaving out ', '')} | ${rows} | ${inWhole(rows === 0 ? null : inside / rows)} |`),
  ].join('\n');
}

function printMatrix(matrix: readonly MatrixRow[]): string {
  return [
    '## Every model on every accelerator under every engine', '',
    'Each row of measurements is predicted by constants fitted without it (a fifth of the rows left out '
      + 'at a time). Errors are medians and 90th percentiles in per cent; the first token is that of a '
      + 'closed loop, waiting included.', '',
    '| model | accelerator | engine | rows | throughput | p90 | time per token | p90 | first token | p90 '
      + '| within the stated error |',
    '|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...matrix.map(({ model, accelerator, engine, rows, throughput, tpot, ttft, inside }) =>
      `| ${model} | ${accelerator} | ${engine} | ${rows} | ${short(throughput)} | ${short(tpot)} `
        + `| ${short(ttft)} | ${inWhole(inside)} |`),
  ].join('\n');
}

const preface = `# Validation of the serving model

This page is written by \`npm run calibrate\`; edits are lost. It compares the equations of
\`shared/inference\` with measured serving points of the catalogue. Errors are of output tokens per second and
accelerator: median and 90th percentile of |predicted / measured - 1|, and the geometric mean of
predicted / measured (bias). Rows whose speculative decoding is unlabelled are left out: they differ by 1.5 to
2.3 times for that alone.

Constants are fitted to logarithms of throughput and time per output token by robust regression
(t-distributed errors), with one common value per constant and factors per accelerator family and serving
engine that shrink to one where there are few rows. Nothing is fitted per model or per row.
Full-load tables of TensorRT-LLM join the fit at half weight; they are listed apart. So do ten rates of
prefill or decode workers by themselves from reports of wide expert parallelism (LMSYS/SGLang, 2025), at
double weight: \`verify serving\` of such a table is no test of rows unseen. Rows that cannot be (faster than
every peak of the hardware reached, or more than their users can be given) and rows run without captured
graphs are left out, here as in checking and importing.

aisimulate and BLIS publish medians of error by model, accelerator and engine as well; the matrix below has
the same rows, of the constants and measurements of this program. First tokens are predicted worst: of a
closed loop, where they are mostly waiting.`;

/** The validation page as Markdown. */
export function printValidation(
  record: CalibrationRecord, validation: Validation, watts: readonly WattSample[],
): string {
  return [
    preface, `Rows up to ${record.date}.`,
    '![Predicted against measured throughput](validation-scatter.svg)',
    '## On the rows fitted', printTable(
      validation.overall,
    ), ...validation.tables.map(printTable),
    '## On rows not seen',
    'Each group is predicted by constants fitted without it. An accelerator that is alone in its family '
      + 'is then predicted by other families, which is what a new family can expect.',
    printCoverage('Rows within the error stated for them',
      'A stated error is the one four of five measurements should lie within. It is what rows of a new '
        + 'month missed by, since what a person measures is a campaign of its own; it is formed without '
        + 'the rows it is held against. Rows without a date are in every fit when a month is left out.',
      validation.coverage),
    printCoverage('First tokens within the range printed',
      'The range four of five first tokens lie in, by engine and mode: one of ten is sooner, one of ten '
        + 'later.', validation.ttftCoverage),
    ...validation.crossValidation.map(printTable),
    printMatrix(validation.matrix), printWatts(watts, record.watts),
    '## Calibrated pairs', [
      '| family | engine | rows | dates | median % | p90 % | bias | models |',
      '|---|---|--:|---|--:|--:|--:|---|',
      ...record.cells.map(printCell),
    ].join('\n'),
    '## Sources', record.sources.map((source) => `* ${source}`).join('\n'),
  ].join('\n\n').concat('\n');
}
