/** What a comment says comes out: a value to compare with, or words. */
export type Stated = { readonly kind: 'number'; readonly value: number; readonly off: number }
  | { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'words' };

const numberText = String.raw`-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?`;
const wholeNumber = new RegExp(String.raw`^(${numberText})(\.\.\.)?(?=$|[\s,:;%(])`);
const fraction = new RegExp(String.raw`^(\d+) ?/ ?(\d+)$`);

/**
 * Reads the value a comment states. A number may be followed by words; it is as exact as it is
 * printed.
 * @example readStated('0.595, 16 listings') // { kind: 'number', value: 0.595, off: 0.0005 }
 */
export function readStated(text: string): Stated {
  const parts = fraction.exec(text);
  if (parts !== null) return { kind: 'number', value: Number(parts[1]) / Number(parts[2]),
    off: 1e-12 };
  const [, digits, cut] = wholeNumber.exec(text) ?? [];
  if (digits !== undefined) {
    const [mantissa = '', exponent = '0'] = digits.replaceAll(/,(?=\d{3})/g, '').replace(/,$/,
      '').split('e');
    const decimals = mantissa.split('.')[1]?.length ?? 0;
    const size = Math.max(1, Math.abs(Number(mantissa)));
    const unit = 10 ** (Number(exponent) - decimals);
    const exact = decimals === 0 && exponent === '0' && cut === undefined
      && !digits.includes(',');
    return { kind: 'number', value: Number(mantissa) * 10 ** Number(exponent),
      off: exact ? 1e-9 * size : Math.max(1e-12 * size, cut === undefined ? unit / 2 : unit) };
  }
  const literal =
    /^('(?:[^'\\]|\\.)*'|"[^"]*"|\[.*\]|\{.*\}|true|false|null|undefined|-?Infinity|NaN)/.exec(
      text,
    )?.[1];
  if (literal === undefined) return { kind: 'words' };
  const value = evaluate(literal.replaceAll(/,\s*\.\.\.\s*(?=[\]}])/g,
    '').replaceAll(/\{\s*\.\.\.\s*\}/g, '{}'), {});
  return value instanceof Error ? { kind: 'words' } : { kind: 'value', value };
}

/**
 * Computes an expression, with statements before it if need be, from names; an Error where it
 * cannot.
 */
export function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  const whole = run(`return (${code});`, scope);
  const cut = code.lastIndexOf(';');
  if (!(whole instanceof SyntaxError) || cut < 0) return whole;
  return run(`${code.slice(0, cut + 1)} return (${code.slice(cut + 1)});`, scope);
}

function run(body: string, scope: Readonly<Record<string, unknown>>): unknown {
  try {
    const made: unknown = Reflect.construct(Function, [...Object.keys(scope), body]);
    return typeof made === 'function' ? Reflect.apply(made, undefined,
      Object.values(scope)) : new Error('not a function');
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a result is what the comment says; objects may have more parts than are printed. */
export function agrees(actual: unknown, stated: Stated): boolean {
  if (stated.kind === 'words') return false;
  if (stated.kind === 'number') {
    return typeof actual === 'number'
      && Math.abs(actual - stated.value) <= stated.off * (1 + 1e-9);
  }
  return holds(actual, stated.value);
}

function holds(actual: unknown, expected: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const decimals = String(expected).split('.')[1]?.length ?? 0;
    return Object.is(actual,
      expected) || Math.abs(actual - expected) <= Math.max(0.5 * 10 ** -Math.max(decimals,
      1), 1e-9) * 1.000001;
  }
  if (Array.isArray(expected)) {
    const list: unknown = ArrayBuffer.isView(actual)
      || actual instanceof Set ? Array.from(Object.values(actual)) : actual;
    const rows = actual instanceof Set ? [...actual] : list;
    return Array.isArray(rows) && rows.length === expected.length
      && expected.every((part, at) =>
        holds(rows[at], part));
  }
  if (isRecord(expected)) {
    return isRecord(actual) && Object.entries(expected).every(([key, part]) =>
      holds(actual[key], part));
  }
  return Object.is(actual, expected);
}
