import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import type { ModelSpec } from '../../shared/catalog/types.ts';
import { lineOfKey, readJsonText } from '../../shared/inference/import/models/json-text.ts';
import { explainConfig } from '../../shared/inference/import/models/problem.ts';
import { readModelConfig } from '../../shared/inference/import/models/read-model.ts';
import {
  modelName, reportModel, type ModelReport,
} from '../../shared/inference/import/models/report.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { optionOf, type Args } from './args.ts';
import type { NotUnderstood } from './import-kind.ts';

export interface ModelFile {
  readonly model: ModelSpec;
  readonly report: ModelReport;
  readonly text: string;
  /** The context a person stated where the file has none. */
  readonly context?: number;
}

/** `--context` of the command line, where it is given. */
export function contextOption(args: Args): Result<number | undefined, string> {
  const said = optionOf(args, 'context');
  if (said === undefined) return ok(undefined);
  const context = Number(said);
  return Number.isInteger(context) && context > 1 ? ok(context)
    : refuse(`--context: expected a whole number of tokens, got "${said}"`);
}

/** Text of a file in UTF-8 or, by its byte-order mark, in UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le'
    : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * A model from the bytes of a `config.json`.
 * @param named the name a person gave; otherwise that of the configuration or the file
 * @returns the model and what a person sees of it, or the line and the reason
 */
export function readModelFile(
  bytes: Uint8Array, file: string, named: string | undefined, context: number | undefined,
): Result<ModelFile, NotUnderstood> {
  const text = decodeText(bytes);
  const parsed = readJsonText(text);
  if (!parsed.ok) return parsed;
  const stated = context === undefined ? {} : { context };
  const name = named ?? modelName(text, file);
  const read = readModelConfig(parsed.value, 'own', stated);
  if (!read.ok) {
    const { key } = read.error;
    const line = key === '' ? null : lineOfKey(text, key.split(', ')[0] ?? key);
    return refuse({ line, reason: explainConfig(read.error) });
  }
  return ok({ model: { ...read.value.model, name }, text, ...stated,
    report: reportModel(read.value, name, builtInCatalog) });
}
