import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Catalog, ModelSpec } from '../../catalog/types.ts';
import { lineOfKey, readJsonText } from '../../inference/import/models/json-text.ts';
import { keepConfig } from '../../inference/import/models/keep.ts';
import { explainConfig, type ConfigProblem } from '../../inference/import/models/problem.ts';
import { readModelConfig, type ReadOptions } from '../../inference/import/models/read-model.ts';
import {
  modelName, reportModel, type ModelReport,
} from '../../inference/import/models/report.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { ok, refuse, type Result } from '../../units/result.ts';

/**
 * A model from the text of a `config.json`.
 * @returns the model, or which key is missing, cannot be or is not understood
 */
export function readOwnModel(
  config: string, key: string, name: string, options: ReadOptions = {},
): Result<ModelSpec, ConfigProblem> {
  const parsed = readJsonText(config);
  if (!parsed.ok) return refuse({ code: 'not-a-config', key: '' });
  const read = readModelConfig(parsed.value, key, options);
  return read.ok ? { ok: true, value: { ...read.value.model, name } } : read;
}

/** Text a record may hold. */
const mostText = 10_000;

/**
 * A configuration without what the reading does not rest on, small enough for a record.
 * @returns the text to keep, which reads as the same model; null when there is none
 */
export const trimConfig = (config: string, options: ReadOptions = {}): string | null =>
  keepConfig(config, mostText, options);

/** A model's file before it is taken. */
export interface ModelFile {
  readonly model: ModelSpec;
  readonly report: ModelReport;
  /** What a record keeps; null where it is longer than one holds. */
  readonly config: string | null;
}

/**
 * Where a record's content is from: the file's name and the SHA-256 of its bytes.
 * @example sourceOf('config.json', new Uint8Array()).slice(0, 29) // 'config.json, SHA-256 e3b0c442'
 */
export const sourceOf = (file: string, bytes: Uint8Array): string =>
  `${file.slice(0, 200)}, SHA-256 ${bytesToHex(sha256(bytes))}`;

/** Why a file gives no model. */
export interface ModelFileProblem {
  /** From 1; null where the trouble stands in no one line. */
  readonly line: number | null;
  readonly reason: string;
  /** All that is missing is the longest context, which a person can state. */
  readonly asksContext: boolean;
}

/**
 * A model from the text of a file, with what a person sees of it before taking it.
 * @param file the file's name, which names the model where the configuration does not
 * @param named the name a person gave
 * @param catalog where the same model is looked for
 */
export function readModelText(
  text: string, file: string, catalog: Catalog,
  { named, ...options }: ReadOptions & { readonly named?: string } = {},
): Result<ModelFile, ModelFileProblem> {
  const parsed = readJsonText(text);
  if (!parsed.ok) return refuse({ ...parsed.error, asksContext: false });
  const read = readModelConfig(parsed.value, 'own', options);
  if (!read.ok) {
    const { code, key } = read.error;
    const [first = ''] = key.split(', ');
    return refuse({ line: first === '' ? null : lineOfKey(text, first),
      reason: explainConfig(read.error), asksContext: code === 'no-context' });
  }
  const name = named ?? modelName(text, file);
  return ok({ model: { ...read.value.model, name }, config: trimConfig(text, options),
    report: reportModel(read.value, name, catalog) });
}

/** Models a scenario has of its own, as its records keep them. */
export interface OwnModels {
  readonly customModel: readonly {
    readonly key: string;
    readonly values: { readonly name: string; readonly config: string };
  }[];
}

/**
 * The catalogue with the scenario's own models beside its own; a model it knows is never
 * replaced.
 */
export function withOwnModels(catalog: Catalog, inputs: OwnModels): Catalog {
  if (inputs.customModel.length === 0) return catalog;
  const own = inputs.customModel.flatMap(({ key, values }) => {
    const model = readOwnModel(values.config, key, values.name);
    return model.ok ? [[key, model.value] as const] : [];
  });
  return { ...catalog, models: { ...Object.fromEntries(own), ...catalog.models } };
}

/** Why an own model of this key cannot be used, in words; null where it can or is none. */
export function whyOwnModelFails(inputs: ScenarioInputs, key: string): string | null {
  const own = inputs.customModel.find((one) => one.key === key);
  if (own === undefined) return null;
  const read = readOwnModel(own.values.config, key, own.values.name);
  return read.ok ? null : explainConfig(read.error);
}
