import type { Highs, Model, ModelData } from 'highs';
import {
  checkProgram, isEmpty, objectiveAt, type LinearProgram, type ProgramAnswer,
    type ProgramStatus,
  type SolveOptions, type Solver,
} from './program.ts';
import { wholeNear } from './round.ts';

/** Tighter than HiGHS's own, so that whole numbers are whole and limits are met. */
const tolerance = 1e-9;

const nothing: ProgramAnswer = {
  status: 'infeasible', objective: null, x: null, shadowPrices: null,
    equalityPrices: null,
  relaxation: null, bound: null, gap: null, conflict: [],
};

/** Rows in compressed form. */
function matrixOf(rows: readonly (readonly number[])[],
  columns: number): ModelData['matrix'] {
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
  for (const row of rows) {
    row.forEach((value, at) => {
      if (value === 0) return;
      indices.push(at);
      values.push(value);
    });
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: columns, starts, indices,
    values };
}

function modelOf(highs: Highs, program: LinearProgram, isWhole: boolean): ModelData {
  const { objective, aUb, bUb, aEq = [], bEq = [], lower, upper, integer } = program;
  const { objectiveSense } = highs.constants;
  return {
    numCols: objective.length, numRows: aUb.length + aEq.length,
    sense: program.sense === 'maximise' ? objectiveSense.maximize
      : objectiveSense.minimize,
    colCost: objective,
    colLower: lower.map((low) => low ?? -highs.infinity),
    colUpper: upper.map((high) => high ?? highs.infinity),
    rowLower: [...bUb.map(() => -highs.infinity), ...bEq], rowUpper: [...bUb, ...bEq],
    matrix: matrixOf([...aUb, ...aEq], objective.length),
    ...(isWhole ? { integrality: (integer ?? []).map((is) => (is ? 1 : 0)) } : {}),
  };
}

interface Run {
  readonly status: ProgramStatus | 'either';
  readonly x: readonly number[];
  readonly rowDual: readonly number[];
  readonly bound: number;
}

function statusOf(highs: Highs, model: Model): Run['status'] {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.optimal || status === modelStatus.empty) return 'optimal';
  if (status === modelStatus.infeasible) return 'infeasible';
  if (status === modelStatus.unbounded) return 'unbounded';
  return status === modelStatus.unboundedOrInfeasible ? 'either' : 'limit';
}

function runOnce(highs: Highs, data: ModelData, isWhole: boolean,
  options: SolveOptions): Run {
  return highs.withModel(data, (model): Run => {
    model.options.set({ output_flag: false, random_seed: 0,
      primal_feasibility_tolerance: tolerance, dual_feasibility_tolerance: tolerance });
    if (isWhole) {
      const { gap = 0 } = options;
      model.options.set({ mip_rel_gap: gap, mip_abs_gap: 0,
        mip_feasibility_tolerance: tolerance });
      if (options.nodes !== undefined) model.options.set({ mip_max_nodes: options.nodes });
    }
    model.run();
    const { colValue, rowDual } = model.getSolution();
    return { status: statusOf(highs, model), x: [...colValue], rowDual: [...rowDual],
      bound: isWhole ? Number(model.info.get('mip_dual_bound'))
        : model.getObjectiveValue() };
  });
}

/** Infeasible or unbounded: the program without its objective is one or the other. */
function settled(highs: Highs, program: LinearProgram, run: Run, isWhole: boolean,
  options: SolveOptions): Run {
  if (run.status !== 'either') return run;
  const still = { ...program, objective: program.objective.map(() => 0) };
  const { status } = runOnce(highs, modelOf(highs, still, isWhole), isWhole, options);
  return { ...run, status: status === 'optimal' ? 'unbounded' : status };
}

/** Limits that cannot all be met, of a program without whole numbers. */
function conflictOf(highs: Highs, program: LinearProgram): readonly number[] {
  return highs.withModel(modelOf(highs, program, false), (model): readonly number[] => {
    const { strategyRowPriority } = highs.constants.iis;
    model.options.set({ output_flag: false, iis_strategy: strategyRowPriority });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.infeasible) return [];
    return [...model.getIis().rowIndex].filter((row) => row < program.aUb.length)
      .toSorted((a, b) => a - b);
  });
}

const plus0 = (value: number): number => (value === 0 ? 0 : value);

/** The whole numbers themselves where the solver is off by rounding. */
const wholeX = ({ integer }: LinearProgram, x: readonly number[]): readonly number[] =>
  x.map((value, at) => plus0(integer?.[at] === true ? Math.round(value) : value));

function answerOf(program: LinearProgram, run: Run, relaxed: Run): ProgramAnswer {
  const { objective, aUb, sense } = program;
  if (run.status === 'either') return { ...nothing, status: 'limit' };
  const hasPoint = run.status === 'optimal'
    || (run.status === 'limit' && run.x.some((value) => value !== 0));
  if (!hasPoint) return { ...nothing, status: run.status };
  const x = wholeX(program, run.x);
  const value = plus0(objectiveAt(objective, x));
  const relaxation = relaxed.status === 'optimal' ? objectiveAt(objective, relaxed.x)
    : null;
  const better = sense === 'maximise' ? Math.max(run.bound, value)
    : Math.min(run.bound, value);
  const bound = Number.isFinite(better) ? better : null;
  const prices = relaxed.rowDual.map(plus0);
  return { status: run.status, objective: value, x, relaxation, bound,
    gap: bound === null || value === 0 ? null : Math.abs(bound - value) / Math.abs(value),
    shadowPrices: relaxation === null ? null : prices.slice(0, aUb.length),
    equalityPrices: relaxation === null ? null : prices.slice(aUb.length), conflict: [] };
}

/** A point near the relaxation's that is within the gap asked for: no search is needed. */
function nearRun(
  program: LinearProgram, relaxed: Run, { gap = 0 }: SolveOptions,
): Run | null {
  if (gap === 0 || relaxed.status !== 'optimal') return null;
  const x = wholeNear(program, relaxed.x);
  if (x === null) return null;
  const [value, bound] = [x, relaxed.x].map((point) => objectiveAt(program.objective, point));
  const off = Math.abs(Number(bound) - Number(value));
  return off <= gap * Math.abs(Number(value)) ? { ...relaxed, x } : null;
}

function solveWith(highs: Highs, program: LinearProgram,
  options: SolveOptions): ProgramAnswer {
  checkProgram(program);
  if (isEmpty(program)) return nothing;
  const isWhole = program.integer?.includes(true) === true;
  const relaxed = settled(highs, program,
    runOnce(highs, modelOf(highs, program, false), false, options), false, options);
  if (relaxed.status === 'infeasible')
    return { ...nothing, conflict: conflictOf(highs, program) };
  const near = isWhole ? nearRun(program, relaxed, options) : null;
  if (near !== null) return answerOf(program, near, relaxed);
  const run = isWhole ? settled(highs, program,
    runOnce(highs, modelOf(highs, program, true), true, options), true, options)
      : relaxed;
  return answerOf(program, run, relaxed);
}

/**
 * Loads HiGHS, a solver of linear programs and of those of whole numbers (Huangfu and
 * Hall, Mathematical Programming Computation 10 (2018), 119-142), as WebAssembly.
 * Loading takes a fraction of a second and 3.5 MB, which nobody pays who asks for no
 * solver; solving does not wait, so long programs belong into a worker.
 * @param code the bytes of `highs.wasm`
 * @throws WebAssembly.CompileError where the bytes are no code, or the page may run
 *   none
 */
export async function loadSolver(code: Uint8Array<ArrayBuffer>): Promise<Solver> {
  const [{ default: load }, module] =
    await Promise.all([import('highs'), WebAssembly.compile(code)]);
  // The package reads its code from a file beside itself, which a bundle has not.
  const options = {
    locateFile: (file: string) => file,
    instantiateWasm: (
      imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void,
    ) => {
      done(new WebAssembly.Instance(module, imports));
      return {};
    },
  };
  const highs = await load(options);
  return { solve: (program, given = {}) => solveWith(highs, program, given) };
}
