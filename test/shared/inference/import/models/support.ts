import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonText } from '../../../../../shared/inference/import/models/json-text.ts';
import { explainConfig } from '../../../../../shared/inference/import/models/problem.ts';
import {
  readModelConfig, type ReadModel,
} from '../../../../../shared/inference/import/models/read-model.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'field', 'models');

/** Text of a committed configuration. */
export const fixtureText = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** A configuration as a plain object. */
export function parsed(text: string): unknown {
  const value = readJsonText(text);
  if (!value.ok) throw new Error(value.error.reason);
  return value.value;
}

/** What was read; throws with the reason where nothing was. */
export function readOf(config: unknown): ReadModel {
  const read = readModelConfig(config, 'mine');
  if (!read.ok) throw new Error(explainConfig(read.error));
  return read.value;
}

/** `code key` of a refusal, or `ok`. */
export function refusalOf(config: unknown): string {
  const read = readModelConfig(config, 'mine');
  return read.ok ? 'ok' : `${read.error.code} ${read.error.key}`;
}
