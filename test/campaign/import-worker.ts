import { z } from 'zod';
import { checkImage } from '../../electron/backend/images.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { parseDefinitions } from '../../shared/facility/devices/device-types.ts';
import { parseWeather } from '../../shared/import/weather/read-weather.ts';
import { importBenchmarks } from '../../shared/import/benchmark/benchmark.ts';
import { readJsonText } from '../../shared/inference/import/models/json-text.ts';
import { readModelConfig } from '../../shared/inference/import/models/read-model.ts';
import { readLoad } from '../../shared/import/load/read-load.ts';
import { readEntries } from '../../shared/plan/entries/own-catalog-files.ts';
import type { Result } from '../../shared/units/result.ts';
import { answerProbe, type Finding } from './answering.ts';
import { findNonFinite } from './non-finite.ts';

const questionSchema = z.object({ type: z.string(), text: z.string() });

const context = {
  gpu: 'b200',
  model: 'deepseek-r1',
  precision: 'fp4',
  framework: 'vllm',
  frameworkVersion: '1',
  tp: 8,
  attentionDp: 1,
  ep: 1,
  speculative: false,
} as const;

function readConfig(text: string): Result<unknown, unknown> {
  const parsed = readJsonText(text);
  return parsed.ok ? readModelConfig(parsed.value, 'own') : parsed;
}

const readers: Readonly<Record<string, (text: string) => Result<unknown, unknown>>> = {
  model: readConfig,
  benchmark: (text) => importBenchmarks(text, context, builtInCatalog),
  load: (text) => readLoad(text, {}),
  weather: (text) => parseWeather(text),
  device: parseDefinitions,
  catalogue: (text) => readEntries(builtInCatalog, text),
  picture: (text) => checkImage(Buffer.from(text, 'latin1'), 'image/svg+xml'),
};

/** What was read must be usable, and what was refused must say why. */
function judge(type: string, result: Result<unknown, unknown>): Finding {
  if (result.ok) {
    const faults = findNonFinite(result.value).map(
      (path) => `${type} takes a number that is not finite at ${path}`,
    );
    return { outcome: 'ok', text: '', faults };
  }
  const text = JSON.stringify(result.error);
  return { outcome: 'refused', text,
    faults: text.length > 4 ? [] : [`${type} refuses without a word`] };
}

answerProbe((question) => {
  const { type, text } = questionSchema.parse(question);
  const read = readers[type];
  if (read === undefined) throw new Error(`no reader for ${type}`);
  return judge(type, read(text));
});
