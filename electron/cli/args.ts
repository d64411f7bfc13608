import { nearestWord } from '../../shared/project/path.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

/**
 * What a command accepts: positional names in order, flags that stand alone, options that
 * take a value.
 */
export interface ArgSpec {
  readonly positional: readonly string[];
  /** How many of the positional arguments must be given. */
  readonly required: number;
  readonly flags: readonly string[];
  readonly options: readonly string[];
  /** Options that may be given more than once. */
  readonly repeatable?: readonly string[];
}

export interface Args {
  readonly positional: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a command's arguments. Unknown flags are refused with the nearest known one.
 * @returns the arguments, or one sentence saying what is wrong
 * @example parseArgs(['a.aifp', '--json'], { positional: ['file'], required: 1, flags: ['json'], options: [] })
 */
export function parseArgs(argv: readonly string[], spec: ArgSpec): Result<Args, string> {
  const positional: string[] = [];
  const flags = new Set<string>();
  const options = new Map<string, string[]>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!word.startsWith('--')) {
      positional.push(word);
      continue;
    }
    const [name, inline] = splitOnce(word.slice(2));
    if (spec.flags.includes(name) && inline === undefined) {
      flags.add(name);
      continue;
    }
    if (!spec.options.includes(name)) return refuse(unknownFlag(name, spec));
    const value = inline ?? argv[++i];
    if (value === undefined) return refuse(`--${name} needs a value`);
    const values = options.get(name) ?? [];
    if (values.length > 0 && spec.repeatable?.includes(name) !== true)
      return refuse(`--${name} is given twice`);
    options.set(name, [...values, value]);
  }
  if (positional.length < spec.required)
    return refuse(`missing argument: ${spec.positional.slice(positional.length, spec.required).join(', ')}`);
  if (positional.length > spec.positional.length)
    return refuse(`unexpected argument "${positional[spec.positional.length] ?? ''}"`);
  return ok({ positional, flags, options });
}

const splitOnce = (word: string): readonly [string, string | undefined] => {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
};

function unknownFlag(name: string, spec: ArgSpec): string {
  const near = nearestWord(name, [...spec.flags, ...spec.options]);
  return `unknown flag --${name}${near === null ? '' : `; did you mean --${near}?`}`;
}

/** The single value of an option, or undefined. */
export const optionOf = (args: Args, name: string): string
  | undefined => args.options.get(name)?.[0];
