import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../../shared/units/result.ts';

export interface CampaignOptions {
  /** Time of all parts together. */
  readonly minutes: number;
  readonly names: readonly string[];
  readonly seed: number;
}

const longestMinutes = 24 * 60;

export const usage = (known: readonly string[]): string =>
  `npm run campaign -- [--minutes N] [--seed N] [--part ${known.join('|')} ...]`;

/**
 * Reads the command line; what cannot be understood is refused with one sentence.
 * @example parseOptions(['--minutes', '2'], ['kills']) // { ok: true, value: { minutes: 2, names: ['kills'], seed: 1 } }
 */
export function parseOptions(
  argv: readonly string[],
  known: readonly string[],
): Result<CampaignOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        minutes: { type: 'string' },
        seed: { type: 'string' },
        part: { type: 'string', multiple: true },
      },
    });
    const [minutes, seed] = [Number(values.minutes ?? '5'), Number(values.seed ?? '1')];
    if (!(minutes > 0 && minutes <= longestMinutes))
      return refuse(`--minutes takes a number up to ${longestMinutes}, not ${values.minutes ?? ''}`);
    if (!Number.isInteger(seed) || seed < 0)
      return refuse(`--seed takes a whole number, not ${values.seed ?? ''}`);
    const names = values.part ?? known;
    const unknown = names.find((name) => !known.includes(name));
    return unknown === undefined
      ? ok({ minutes, names, seed })
      : refuse(`there is no part "${unknown}"`);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
