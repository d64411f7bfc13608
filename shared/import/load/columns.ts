import type { AmountBasis, AmountRole } from './types.ts';

/** What a column of a load file holds. */
export type ColumnKind =
  | { readonly kind: 'time' } | { readonly kind: 'date' } | { readonly kind: 'clock' }
  | { readonly kind: 'hour' } | { readonly kind: 'minute' } | { readonly kind: 'year' }
  | { readonly kind: 'month' } | { readonly kind: 'day' } | { readonly kind: 'end' }
  | { readonly kind: 'offset'; readonly unit: 's' | 'ms' | 'us' | 'ns' | 'min' | 'h' }
  | { readonly kind: 'amount'; readonly role: AmountRole; readonly basis: AmountBasis;
    readonly factor: number }
  /** Tokens that another column of the file already counts. */
  | { readonly kind: 'part'; readonly of: string }
  | { readonly kind: 'status' } | { readonly kind: 'other' };

/** Lower-case words of a column's name, camel case and marks taken apart. */
export const wordsOf = (name: string): string =>
  name.replaceAll(/\{[^}]*\}|\[[^\]]*\]/gu, ' ').replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .toLowerCase().replaceAll(/[^a-z0-9/%]+/gu, ' ').trim();

const timeWords = /^(time|timestamp|time stamp|datetime|date time|ts|t|start|start time|started at|created|created at|request time|requested at|received at|arrival|arrival time|arrived at|arrived|bucket|bucket start|bucket start time|interval start|period start|window start|event time|event timestamp|invocation time|aggregation timestamp|usage date|usage date utc|date utc|time utc|timestamp utc|datetime utc|hour start|hour beginning|logged at|submit time|submitted at|unix time|epoch|x timestamp|minute start|utc|utc time|local time)$/u;
const endWords = /^(end|end time|ended at|bucket end|bucket end time|interval end|period end|window end|finished at)$/u;

/** Words of tokens that are inside a column counted already. */
const partWords = /\bdetails\b|cached (input|prompt|context)|(input|prompt) cached|^cached tokens$|reasoning|audio|image|accepted prediction|rejected prediction/u;

const roles: readonly (readonly [RegExp, AmountRole])[] = [
  [/\b(input|prompt|context|request|prefill|in|inbound|question)s? (tokens?|length|len|size|toks?)\b|\b(tokens?|toks?) (in|input|prompt)\b|^(isl|n context tokens total|num prefill tokens|prompt len|uncached input|cache read|cache creation|cache write)$|\binput (tokens )?(no cache|cache read|cache write)|\bcache (read|creation|write)( input)?( tokens)?/u,
    'input'],
  [/\b(output|completion|generated|generation|response|decode|out|outbound|answer)s? (tokens?|length|len|size|toks?)\b|\b(tokens?|toks?) (out|output|completion|generated)\b|^(osl|n generated tokens total|num decode tokens)$/u,
    'output'],
  [/^(total )?tokens?( total| sum| count| used| processed)?$|^(total|sum) toks?$|\btotal tokens\b|^token count$|^num tokens$/u,
    'total'],
  [/^(num |n |number of |total )?(model )?(requests?|queries|calls|prompts)( total| count)?$|^(count|request count|hits)$/u,
    'requests'],
];

const scales: readonly (readonly [RegExp, number])[] = [
  [/\b(millions?|mtokens?|mtoks?|mio|m tokens?)\b/u, 1e6],
  [/\b(thousands?|ktokens?|ktoks?|k tokens?)\b/u, 1e3], [/\bbillions?\b/u, 1e9],
];

const rateUnits: readonly (readonly [RegExp, number])[] = [
  [/(\bper|\/) ?(s|sec|second)s?\b|\b(tps|rps|qps)\b|^rate\b|\brate$|\birate\b/u, 1],
  [/(\bper|\/) ?(min|minute)s?\b|\b(tpm|rpm|qpm)\b/u, 1 / 60],
  [/(\bper|\/) ?(h|hr|hour)s?\b/u, 1 / 3600],
];

/** Running totals of a metrics system end so; its rates and increases are named as such. */
const counterWords = /^(vllm|sglang|trtllm|tgi|nv|llm)?[ :]*.*\btokens total$/u;

function amountKind(name: string, words: string): ColumnKind | null {
  const rate = rateUnits.find(([pattern]) => pattern.test(words));
  const scale = scales.find(([pattern]) => pattern.test(words));
  const isIncrease = /^(increase|delta|sum over time)\b/u.test(words);
  let bare = words.replace(/^(sum |sum by |avg |rate |irate |increase |delta |vllm |sglang )+/u, '');
  for (const [pattern] of [...rateUnits, ...scales])
    bare = bare.replace(pattern, ' ').replaceAll(/ +/gu, ' ').trim();
  const isCounter = rate === undefined && !isIncrease && name.includes(':')
    && counterWords.test(words);
  const plainName = bare.replace(/ total$/u, '').replace(/^n /u, 'n ');
  const role = roles.find(([pattern]) => pattern.test(bare) || pattern.test(plainName))?.[1]
    ?? (rate !== undefined && /^(tokens?|toks?|)$/u.test(bare)
      && /tok|tps|tpm/u.test(words) ? 'total'
      : rate !== undefined && /\b(rps|qps|rpm|qpm)\b/u.test(words) ? 'requests' : undefined)
    ?? (scale !== undefined && /^(tokens?|toks?|total|)$/u.test(bare)
      && /tok/u.test(words) ? 'total' : undefined);
  if (role === undefined) return null;
  return { kind: 'amount', role, factor: (rate?.[1] ?? 1) * (scale?.[1] ?? 1),
    basis: rate === undefined ? isCounter ? 'counter' : 'amount' : 'rate' };
}

const offsets: readonly (readonly [RegExp, 's' | 'ms' | 'us' | 'ns' | 'min' | 'h'])[] = [
  [/ (ms|millis|milliseconds|msec)$/u, 'ms'], [/ (us|micros|microseconds|usec)$/u, 'us'],
  [/ (ns|nanos|nanoseconds)$/u, 'ns'], [/ (s|sec|secs|seconds)$/u, 's'],
  [/ (min|mins|minutes)$/u, 'min'], [/ (h|hrs|hours)$/u, 'h'],
];

/**
 * What a column holds, by its name.
 * @example columnKind('GeneratedTokens').kind // 'amount'
 */
export function columnKind(name: string): ColumnKind {
  const words = wordsOf(name);
  if (timeWords.test(words)) return { kind: 'time' };
  if (endWords.test(words)) return { kind: 'end' };
  const unit = offsets.find(([pattern]) => pattern.test(words));
  if (unit !== undefined && timeWords.test(words.replace(unit[0], '').trim()))
    return { kind: 'offset', unit: unit[1] };
  if (/^(date|day date|calendar date|trade date)$/u.test(words)) return { kind: 'date' };
  if (/^(clock|time of day|hh mm)$/u.test(words)) return { kind: 'clock' };
  if (/^(hour|hr|he|hour of day|hour ending|interval|hour number)$/u.test(words))
    return { kind: 'hour' };
  if (/^(minute|min)$/u.test(words)) return { kind: 'minute' };
  if (words === 'year') return { kind: 'year' };
  if (words === 'month') return { kind: 'month' };
  if (words === 'day') return { kind: 'day' };
  if (/^(status|status code|http status|error|success|finish reason)$/u.test(words))
    return { kind: 'status' };
  if (partWords.test(words) && !/no cache|uncached/u.test(words)
    && !/cache (read|write|creation)/u.test(words))
    return { kind: 'part', of: /reasoning|output|completion/u.test(words) ? 'output' : 'input' };
  return amountKind(name, words) ?? { kind: 'other' };
}
