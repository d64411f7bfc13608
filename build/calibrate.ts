import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { printJson } from './generated-json.ts';
import { builtInCatalog } from '../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../shared/catalog/measured.ts';
import { loadPublishedResults } from '../shared/catalog/published.ts';
import { measuredWatts } from '../shared/catalog/data/measured-watts.ts';
import { wideExpertRows } from '../shared/catalog/data/wide-experts.ts';
import { fitConstants } from '../shared/inference/calibration/fit.ts';
import { phaseSample } from '../shared/inference/calibration/phase.ts';
import { isServing, maxLoadPoint } from '../shared/inference/calibration/max-load.ts';
import type { CalibrationRecord } from '../shared/inference/calibration/record.ts';
import { recordCalibration } from '../shared/inference/calibration/record.ts';
import { findSample } from '../shared/inference/calibration/sample.ts';
import type { Sample } from '../shared/inference/calibration/sample.ts';
import { impossibility, isLaunchedOneByOne } from '../shared/inference/hygiene.ts';
import { drawScatter } from '../shared/inference/calibration/scatter.ts';
import { printValidation } from '../shared/inference/calibration/validation-page.ts';
import { validateFit } from '../shared/inference/calibration/validation.ts';
import { fitWatts, wattSample } from '../shared/inference/calibration/watts.ts';
import { startingValues } from '../shared/inference/calibration/vector.ts';

const root = new URL('..', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));

/**
 * Whether a row can be, and ran as engines are operated; counted where not. Held against the
 * constants every fit starts from: which rows are fitted to does not rest on the fit before.
 */
function isSound(sample: Sample): boolean {
  const reason = impossibility(sample) !== null ? 'cannot be'
    : isLaunchedOneByOne(sample, startingValues())
      ? 'ran without captured graphs' : null;
  if (reason !== null && isServing(sample)) setAside.set(reason, (setAside.get(reason) ?? 0) + 1);
  return reason === null;
}

const setAside = new Map<string, number>();

/**
 * Labelled serving points and full-load tables of the catalogue, as the equations take
 * them.
 */
function collectSamples(): readonly Sample[] {
  const serving = loadMeasuredPoints().filter((point) => point.speculative !== 'unlabelled');
  const fullLoad = loadPublishedResults().flatMap((result) => maxLoadPoint(result) ?? []);
  return [...serving, ...fullLoad].flatMap((point) => {
    const sample = findSample(point, builtInCatalog);
    if (sample.ok && isSound(sample.value)) return sample.value;
    if (sample.ok) return [];
    process.stderr.write(`left out ${point.id}: ${sample.error.what}\n`);
    return [];
  });
}

function printConstants(record: CalibrationRecord): string {
  return [
    "import type { CalibrationRecord } from './calibration/record.ts';", '',
    '/** Written by `npm run calibrate` from the measurements of the catalogue; edits are lost. */',
    `export const fittedConstants: CalibrationRecord = ${printJson(record)};`, '',
  ].join('\n');
}

const samples = collectSamples();
for (const [reason, rows] of setAside)
  process.stdout.write(`set aside: ${rows} rows that ${reason}\n`);
const phases = wideExpertRows.flatMap((row) => {
  const phase = phaseSample(row, builtInCatalog);
  if (phase.ok) return phase.value;
  process.stderr.write(`left out ${row['scenario_or_interactivity']}: ${phase.error}\n`);
  return [];
});
const fit = fitConstants(samples, null, phases);
const validation = validateFit(samples, fit, phases);
const watts = measuredWatts.flatMap((row) => {
  const sample = wattSample(row, builtInCatalog);
  if (sample.ok) return sample.value;
  process.stderr.write(`left out watts: ${sample.error}\n`);
  return [];
});
const shares = fitWatts(watts);
if (shares === null) throw new Error('the measured watts do not tell working from waiting');
const record = recordCalibration(samples, fit, shares, validation, Object.fromEntries(setAside));
await mkdir(at('docs'), { recursive: true });
await writeFile(at('shared/inference/fitted-constants.ts'), printConstants(record));
await writeFile(at('docs/validation.md'), printValidation(record, validation, watts));
await writeFile(at('docs/validation-scatter.svg'), drawScatter(validation.outcomes));
for (const { title, groups } of [validation.overall,
  ...validation.crossValidation.filter((t) => t.title.endsWith('all'))]) {
  for (const { group, rows, throughput: { medianAbsPct, p90AbsPct, bias } } of groups) {
    process.stdout.write(`${title} | ${group}: ${rows} rows, median ${medianAbsPct.toFixed(1)} %, `
      + `p90 ${p90AbsPct.toFixed(1)} %, bias ${bias.toFixed(3)}\n`);
  }
}
