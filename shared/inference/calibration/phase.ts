import type { Catalog, Precision } from '../../catalog/types.ts';
import { numberOf, type Row } from '../point-row.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { EngineConstants } from '../constants.ts';
import type { Layout } from '../decode.ts';
import { defaultLinks } from '../defaults.ts';
import { decodeRate, prefillRate } from '../disagg.ts';
import { calibrationFamily } from '../fitted.ts';
import { backendOf, type Backend } from '../framework.ts';
import { readMachine } from '../machine.ts';
import { maxSequences } from '../memory.ts';
import { applyModes } from '../modes.ts';
import { acceleratorIdOf, modelIdOf, precisionOf } from '../names.ts';
import { emptyLoop, type Bench } from '../serving.ts';
import { shapeModel } from '../shape.ts';
import { bestPrefill } from '../sweep.ts';
import type { EngineModes } from '../types.ts';

/** Prefill or decode workers by themselves, as reports of wide expert parallelism state them. */
export interface PhaseSample {
  readonly family: string;
  readonly backend: Backend;
  readonly bench: Omit<Bench, 'constants'>;
  readonly phase: 'prefill' | 'decode';
  /** Accelerators of one worker; a prefill worker may be narrower where no width is stated. */
  readonly width: number;
  readonly isWidthStated: boolean;
  /** Sequences on one accelerator while decoding. */
  readonly batch: number;
  /** Tokens per second and accelerator: of prompts, or of answers. */
  readonly measured: number;
}

const NODE = 8;
/** Answers of such tests: long enough that their mean length hardly counts. */
const ANSWER = 200;

/** What such reports run with unless they say otherwise. */
const usual: EngineModes = { overlap: true, expertBalancing: true };

function precisionIn(text: string): Precision | null {
  const experts = /\+\s*(.*)/.exec(text)?.[1] ?? text;
  return precisionOf(experts);
}

const wholeIn = (pattern: RegExp, text: string): number | null => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

/** Whether a row of published results is the rate of one phase. */
export const isPhaseRow = (row: Row): boolean =>
  /^(input|output)_tok_s_per_(gpu|node)$/.test(row['metric'] ?? '')
    && /^(prefill|decode)/.test(row['scenario_or_interactivity'] ?? '');

/** The bench of a row: model, machine and traffic, or in words what is not known. */
function benchOf(row: Row, catalog: Catalog, draft: number) {
  const accelerator = catalog.accelerators[acceleratorIdOf(row['accelerator'] ?? '', catalog) ?? ''];
  const model = catalog.models[modelIdOf(row['model'] ?? '', catalog) ?? ''];
  const precision = precisionIn(row['precision'] ?? '');
  const isl = numberOf(row, 'isl');
  if (accelerator === undefined) return refuse(`unknown accelerator ${row['accelerator'] ?? ''}`);
  if (model === undefined) return refuse(`unknown model ${row['model'] ?? ''}`);
  if (precision === null || isl === null) return refuse('precision or input length is missing');
  const machine = readMachine(accelerator, defaultLinks(accelerator), model, precision);
  if (!machine.ok) return refuse(`${machine.error.code}: ${machine.error.what}`);
  const backend = backendOf(row['framework'] ?? '');
  return ok({
    family: calibrationFamily(accelerator.family), backend,
    bench: {
      shape: shapeModel(model, precision, machine.value.math, backend), machine: machine.value,
      modes: usual, traffic: { isl, osl: ANSWER, cacheHit: 0, draft },
    },
  });
}

/**
 * The sample of a published rate of one phase, or in words why it cannot be taken.
 * A row `decode EP72 bs256` is of 256 sequences on each of 72 accelerators.
 * @example phaseSample(row, builtInCatalog).ok // true
 */
export function phaseSample(row: Row, catalog: Catalog): Result<PhaseSample, string> {
  const scenario = row['scenario_or_interactivity'] ?? '';
  const phase = scenario.startsWith('prefill') ? 'prefill' : 'decode';
  const found = benchOf(row, catalog, /mtp/i.test(scenario) ? 1 : 0);
  if (!found.ok) return found;
  const { bench, family, backend } = found.value;
  const width = wholeIn(/EP(\d+)/, scenario) ?? numberOf(row, 'n_accelerators');
  const value = numberOf(row, 'value');
  if (width === null) return refuse('the number of accelerators is missing');
  if (value === null || !(value > 0)) return refuse('value is missing or not above 0');
  const { isl, osl } = bench.traffic;
  const most = Math.max(1, maxSequences(bench.shape, bench.machine, isl, osl, width, 1));
  return ok({
    family, backend, bench, phase, width, isWidthStated: /EP\d/.test(scenario),
    batch: Math.min(most, wholeIn(/bs(\d+)/, scenario) ?? most),
    measured: row['metric']?.endsWith('node') === true ? value / NODE : value,
  });
}

const whole = (n: number): Layout => ({ t: 1, d: n, e: n });

/** Widths a prefill worker may have where only the whole system is stated. */
const narrower = (width: number): readonly Layout[] =>
  [4, 8, 16, 32, width].filter((n) => n <= width).map(whole);

const scratch = emptyLoop();

/** Tokens per second and accelerator the equations give for a phase. */
export function runPhase(sample: PhaseSample, constants: EngineConstants): number {
  const bench = { ...sample.bench, constants: applyModes(constants, sample.bench.modes) };
  const { width, batch } = sample;
  if (sample.phase === 'decode') {
    decodeRate(bench, whole(width), batch * width, scratch);
    return batch / scratch.tpot;
  }
  const layout = (sample.isWidthStated ? null : bestPrefill(bench, narrower(width))) ?? whole(width);
  return (bench.traffic.isl * prefillRate(bench, layout)) / (layout.t * layout.d);
}

/** Whether a row of published results is what a mode or a width gains in one phase. */
export const isGainRow = (row: Row): boolean =>
  row['metric'] === 'ratio' && /prefill|decode/.test(row['scenario_or_interactivity'] ?? '');

/** Where such gains were measured, unless a row says otherwise. */
const GAIN = { prefillWidth: 32, decodeWidth: 72, batch: 256, isl: '2000' } as const;
/** The width the gain of wide expert parallelism is stated against. */
const NARROW = 16;

/** Tokens per second and accelerator of a phase cut by tensor over `NARROW` accelerators. */
function narrowRate({ bench: of, phase }: PhaseSample, constants: EngineConstants): number {
  const bench = { ...of, modes: {}, constants };
  const layout = { t: NARROW, d: 1, e: 1 };
  const { isl, osl } = bench.traffic;
  if (phase === 'prefill') return (isl * prefillRate(bench, layout)) / NARROW;
  const users = Math.max(1, maxSequences(bench.shape, bench.machine, isl, osl, NARROW, NARROW));
  return (decodeRate(bench, layout, users, scratch) * osl) / NARROW;
}

/**
 * What the equations say a mode or a width gains, over what was published; or in words why
 * not. Of `EPLB gain prefill`, 1.49 times, they give about nine tenths.
 * @example gainRatio(gain, builtInCatalog, constantsFor).ok // true
 */
export function gainRatio(
  row: Row, catalog: Catalog, constantsOf: (family: string, backend: Backend) => EngineConstants,
): Result<number, string> {
  const scenario = row['scenario_or_interactivity'] ?? '';
  const phase = scenario.includes('prefill') ? 'prefill' : 'decode';
  const width = phase === 'prefill' ? GAIN.prefillWidth : GAIN.decodeWidth;
  const batch = wholeIn(/(\d+) tok\/device/, scenario) ?? GAIN.batch;
  const sample = phaseSample({
    ...row, isl: (row['isl'] ?? '') === '' ? GAIN.isl : row['isl'],
    scenario_or_interactivity: `${phase} EP${width} bs${batch}`, metric: 'output_tok_s_per_gpu',
  }, catalog);
  if (!sample.ok) return sample;
  const value = numberOf(row, 'value');
  if (value === null || !(value > 0)) return refuse('value is missing or not above 0');
  const constants = constantsOf(sample.value.family, sample.value.backend);
  const rate = (modes: EngineModes): number =>
    runPhase({ ...sample.value, bench: { ...sample.value.bench, modes } }, constants);
  if (/eplb/i.test(scenario)) return ok(rate(usual) / rate({ overlap: true }) / value);
  if (/two-batch/i.test(scenario))
    return ok(rate(usual) / rate({ expertBalancing: true }) / value);
  return /wide-ep/i.test(scenario) ? ok(rate(usual) / narrowRate(sample.value, constants) / value)
    : refuse(`unknown gain ${scenario}`);
}
