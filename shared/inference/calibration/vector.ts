import type { ConstantName, EngineConstants } from '../constants.ts';
import type { FittedConstants, Parameter } from '../parameters.ts';
import { parameters } from '../parameters.ts';

/**
 * One number that is fitted: the logarithm of a common value or of a family's or engine's
 * factor.
 */
export interface Entry {
  readonly parameter: Parameter;
  readonly level: 'base' | 'family' | 'backend';
  readonly key: string;
  readonly prior: number;
  readonly spread: number;
}

/**
 * Families whose MLA kernels are immature, so that their slowness there says little of their
 * other kernels.
 */
const UNTUNED_MLA: ReadonlySet<string> = new Set(['cdna3', 'cdna4']);
const UNTUNED_MLA_SPREAD = 0.4;

function familySpread(parameter: Parameter, family: string): number {
  if (parameter.name !== 'mlaKernels') return parameter.family;
  return UNTUNED_MLA.has(family) ? UNTUNED_MLA_SPREAD : 0;
}

/** Everything that is fitted for these families and engines, with its prior. */
export function listEntries(
  families: readonly string[], backends: readonly string[],
): readonly Entry[] {
  return parameters.flatMap((parameter) => [
    { parameter, level: 'base' as const, key: '', prior: Math.log(parameter.start),
      spread: parameter.spread },
    ...families.map((key) => ({ parameter, level: 'family' as const, key, prior: 0,
      spread: familySpread(parameter, key) })),
    ...backends.map((key) => ({ parameter, level: 'backend' as const, key, prior: 0,
      spread: parameter.backend })),
  ]).filter((entry) => entry.spread > 0);
}

type Mutable = Partial<Record<ConstantName, number>>;

/** Every constant where its fit starts. */
export const startingValues = (): EngineConstants => {
  const base: Mutable = {};
  for (const { name, start } of parameters) base[name] = start;
  return base as EngineConstants;
};

/** The constants a vector of logarithms stands for. */
export function unpack(entries: readonly Entry[], x: ArrayLike<number>): FittedConstants {
  const base: Record<ConstantName, number> = { ...startingValues() };
  const levels: Record<'family'
    | 'backend', Record<string, Mutable>> = { family: {}, backend: {} };
  entries.forEach(({ parameter, level, key }, i) => {
    const value = Math.exp(x[i] ?? 0);
    if (level === 'base') base[parameter.name] = value;
    else (levels[level][key] ??= {})[parameter.name] = value;
  });
  return { base, families: levels.family, backends: levels.backend };
}
