import { basename } from 'node:path';
import { explainLoad, importLoad } from '../../shared/plan/entries/load-curve.ts';
import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { resolveScenario } from '../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Args } from './args.ts';
import type { Stop } from './load.ts';
import { exitCodes } from './output.ts';
import { readText } from './read-input.ts';

/** Lines named before the rest is only counted. */
const namedLines = 5;

/** The document with every `--load traffic=file.csv` as a load curve of the scenario. */
export function applyLoads(
  document: ProjectDocument, scenarioId: string, args: Args,
): Result<ProjectDocument, Stop> {
  let next = document;
  for (const word of args.options.get('load') ?? []) {
    const laid = applyLoad(next, scenarioId, word);
    if (!laid.ok) return laid;
    next = laid.value;
  }
  return ok(next);
}

function applyLoad(
  document: ProjectDocument, scenarioId: string, word: string,
): Result<ProjectDocument, Stop> {
  const at = word.indexOf('=');
  const usage = (text: string): Result<never, Stop> =>
    refuse({ exit: exitCodes.usage, text: `--load ${word}: ${text}` });
  if (at < 1) return usage('expected traffic=file.csv');
  const [key, path] = [word.slice(0, at), word.slice(at + 1)];
  const inputs = resolveScenario(document, scenarioId);
  const traffic = inputs.ok ? inputs.value.traffic : [];
  const target = traffic.find((t) => t.key === key);
  if (target === undefined)
    return usage(`there is no traffic class "${key}"; known: ${traffic.map((t) => t.key).join(', ')}`);
  const text = readText(path);
  if (!text.ok) return text;
  const curve = importLoad(text.value, basename(path),
    { traffic: key, isl: target.values.isl, osl: target.values.osl, zoneHours: 0 });
  if (!curve.ok) {
    const more = curve.error.length - namedLines;
    const lines = curve.error.slice(0, namedLines).map((problem) => explainLoad(problem));
    return refuse({ exit: exitCodes.badFile, text: [
      `${path}: nothing was imported`, ...lines, ...(more > 0 ? [`and ${more} more`] : []),
    ].join('\n  ') });
  }
  const id = `${scenarioId}:loadSeries:cli-${key}`;
  const record: ProjectRecord = { id, kind: 'loadSeries', scenarioId, key: `cli-${key}`,
    position: 0, body: curve.value.value };
  return ok({ ...document, [id]: record });
}
