/** What one row adds; NaN for what the file does not have. */
export interface Amounts {
  value: number;
  input: number;
  output: number;
  requests: number;
}

/** Rows as they were read, while there are few enough to look at each. */
export interface Points {
  readonly seconds: Float64Array;
  readonly value: Float64Array;
  readonly input: Float64Array;
  readonly output: Float64Array;
  readonly requests: Float64Array;
  readonly line: Float64Array;
  readonly count: number;
}

/** Sums of an hour: value, input, output, requests, rows. */
export type HourSums = readonly number[];

export interface Tally {
  readonly add: (seconds: number, amounts: Amounts, line: number) => void;
  readonly copy: () => Tally;
  readonly rows: () => number;
  /** Every row, or null once there were too many. */
  readonly points: () => Points | null;
  /** Sums by hour since 1970. */
  readonly hours: () => ReadonlyMap<number, HourSums>;
  /** Rows whose time lies before that of the row above. */
  readonly disorder: () => { readonly count: number; readonly line: number };
}

/** Rows kept one by one: two years of minutes. Beyond it a file is a log, summed by hour. */
export const mostPoints = 1_200_000;

const columns = 6;
const width = 5;

interface State {
  store: Float64Array;
  count: number;
  rows: number;
  hours: Map<number, number[]>;
  last: number;
  disorder: number;
  disorderLine: number;
}

const empty = (): State => ({ store: new Float64Array(columns * 1024), count: 0, rows: 0,
  hours: new Map(), last: -Infinity, disorder: 0, disorderLine: 0 });

function startTally(state: State): Tally {
  let lastHour = NaN;
  let lastSums: number[] = [];
  const sumsOf = (hour: number): number[] => {
    if (hour === lastHour) return lastSums;
    let sums = state.hours.get(hour);
    if (sums === undefined) {
      sums = Array.from({ length: width }, () => 0);
      state.hours.set(hour, sums);
    }
    lastHour = hour;
    lastSums = sums;
    return sums;
  };
  const keep = (seconds: number, amounts: Amounts, line: number): void => {
    const at = state.count * columns;
    if (at + columns > state.store.length) {
      const larger = new Float64Array(state.store.length * 2);
      larger.set(state.store);
      state.store = larger;
    }
    state.store[at] = seconds;
    state.store[at + 1] = amounts.value;
    state.store[at + 2] = amounts.input;
    state.store[at + 3] = amounts.output;
    state.store[at + 4] = amounts.requests;
    state.store[at + 5] = line;
    state.count += 1;
  };
  const add = (seconds: number, amounts: Amounts, line: number): void => {
    state.rows += 1;
    const sums = sumsOf(Math.floor(seconds / 3600));
    sums[0] = (sums[0] ?? 0) + amounts.value;
    sums[1] = (sums[1] ?? 0) + amounts.input;
    sums[2] = (sums[2] ?? 0) + amounts.output;
    sums[3] = (sums[3] ?? 0) + amounts.requests;
    sums[4] = (sums[4] ?? 0) + 1;
    if (seconds < state.last) {
      state.disorder += 1;
      if (state.disorderLine === 0) state.disorderLine = line;
    }
    state.last = seconds;
    if (state.rows <= mostPoints) keep(seconds, amounts, line);
    else if (state.store.length > 0) state.store = new Float64Array(0);
  };
  return {
    add,
    copy: () => startTally({ ...state, store: state.store.slice(),
      hours: new Map([...state.hours].map(([hour, sums]) => [hour, [...sums]])) }),
    rows: () => state.rows,
    points: () => (state.rows > mostPoints ? null : pointsOf(state)),
    hours: () => state.hours,
    disorder: () => ({ count: state.disorder, line: state.disorderLine }),
  };
}

/** Rows in order of time; rows of one time keep the order of the file. */
function pointsOf({ store, count, disorder }: State): Points {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const at = (row: number): number => store[row * columns] ?? NaN;
  if (disorder > 0) order.sort((a, b) => at(a) - at(b) || a - b);
  const column = (c: number): Float64Array => {
    const values = new Float64Array(count);
    for (let i = 0; i < count; i++) values[i] = store[(order[i] ?? 0) * columns + c] ?? NaN;
    return values;
  };
  return { seconds: column(0), value: column(1), input: column(2), output: column(3),
    requests: column(4), line: column(5), count };
}

/** Gathers rows one by one: every row while they are few, sums by the hour always. */
export const createTally = (): Tally => startTally(empty());
