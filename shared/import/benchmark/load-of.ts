import { note, type Note } from '../report.ts';
import type { Reading } from './reading.ts';

/** Users in flight, and what is to be said about how they are known. */
export interface Users {
  readonly users: number | null;
  readonly notes: readonly Note[];
}

/** A cap within this of what Little's law gives was the load. */
const capHolds = 0.9;
/** Served this much less than was asked for: the queue grew while the run went on. */
const behind = 0.9;

const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** Time a request spends in the server, ms. */
function residenceMs({ e2eMs, ttftMs, tpotMs, osl }: Reading): number | null {
  if (e2eMs !== null) return e2eMs;
  return ttftMs === null || tpotMs === null || osl === null ? null : ttftMs + (osl - 1) * tpotMs;
}

/**
 * Requests served per second. Output tokens over their length say it best: it is their
 * throughput that is kept.
 */
function servedPerSec({ outputTokPerSec, osl, requestsPerSec }: Reading): number | null {
  if (outputTokPerSec !== null && osl !== null && osl > 0) return outputTokPerSec / osl;
  return requestsPerSec;
}

/**
 * Users in flight by Little's law: requests per second times the time each spends.
 * @example littleUsers({ ...blank, outputTokPerSec: 1024, osl: 1024, e2eMs: 15_500 }) // 15.5
 */
export function littleUsers(reading: Reading): number | null {
  const [rate, time] = [servedPerSec(reading), residenceMs(reading)];
  return rate === null || time === null ? null : (rate * time) / 1e3;
}

function rateNotes(reading: Reading, users: number | null): readonly Note[] {
  const { requestRate } = reading;
  if (requestRate === null) return [];
  const served = servedPerSec(reading);
  if (served !== null && served < behind * requestRate) return [note('behind-rate',
    `asked for ${shown(requestRate)} requests/s and served ${shown(served)}: the queue grew while the run went on`)];
  const said = users === null ? '' : `; ${shown(users)} users were in flight`;
  return [note('rate-limited',
    `the load was set by a rate of ${shown(requestRate)} requests/s${said}`)];
}

/**
 * Users in flight: a cap is the load only where it was reached. Fewer requests than the
 * cap, or a rate of requests, leave it empty; then Little's law says how many there were.
 */
export function usersOf(reading: Reading): Users {
  const { concurrency, requests, inFlight } = reading;
  const little = littleUsers(reading);
  const fewer = concurrency !== null && requests !== null && requests < concurrency;
  const isReached = concurrency !== null && !fewer
    && (little === null || little >= capHolds * concurrency);
  if (isReached) return { users: concurrency, notes: rateNotes(reading, concurrency) };
  const known = little ?? inFlight;
  const most = Math.min(concurrency ?? Infinity, requests ?? Infinity);
  if (known === null) {
    const users = fewer ? requests : null;
    return { users, notes: fewer ? [note('few-requests',
      `${requests} requests cannot keep ${concurrency} users busy; at most ${requests} were in flight`)] : [] };
  }
  const users = concurrency === null && !fewer ? known : Math.min(known, most);
  const how = little === null ? 'as measured' : 'by Little’s law';
  const why = fewer ? `${requests} requests cannot keep ${concurrency} users busy: `
    : concurrency === null ? '' : `the cap of ${concurrency} users was not reached: `;
  return { users, notes: [note('users', `${why}${shown(users)} users in flight ${how}`),
    ...rateNotes(reading, users)] };
}
