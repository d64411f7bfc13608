import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Attachment } from '../../db/attachments.ts';
import { createDetached } from '../../db/create.ts';
import { openProject } from '../../db/open.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem } from '../../shared/backend.ts';
import type { KindName } from '../../shared/project/kinds.ts';
import { emptyKinds, nearestWord, setByPath } from '../../shared/project/path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { findTemplate, templates, type Template } from '../../shared/project/templates.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Args } from './args.ts';
import { optionOf } from './args.ts';
import { applyLoads } from './load-curves.ts';
import { setParameters, setPath } from './parameter-sets.ts';
import { exitCodes, type ExitCode } from './output.ts';
import { explainFile, explainSet } from './problems.ts';
import { appVersion } from './version.ts';

/** Why a command stopped, as one sentence and the exit code that goes with it. */
export interface Stop {
  readonly exit: ExitCode;
  readonly text: string;
}

export interface LoadedProject {
  readonly document: ProjectDocument;
  readonly fileVersion: number;
  /** Pictures kept in the project. */
  readonly pictures: readonly Attachment[];
}

/** The template a word names where no file of that name exists. */
export const templateNamed = (nameOrPath: string): Template | undefined =>
  (existsSync(nameOrPath) ? undefined : findTemplate(nameOrPath));

/** A template as a project without a file: read-only, and gone when closed. */
export const openTemplate = ({ id, records }: Template): ProjectStore =>
  createDetached(id, { records, projectId: randomUUID(), appVersion, nowMs: 0 });

/**
 * Opens a project file for reading without touching it, or a template where no such file
 * exists.
 */
export function openForReading(nameOrPath: string): Result<ProjectStore, Stop> {
  const template = templateNamed(nameOrPath);
  if (template !== undefined) return ok(openTemplate(template));
  const opened = openProject(nameOrPath, { mode: 'read', backupPath: () => nameOrPath });
  return opened.ok ? opened
    : refuse({ exit: exitCodes.badFile, text: explainMissing(opened.error) });
}

/** Reads a project file without touching it, or a template where no such file exists. */
export function loadProject(nameOrPath: string): Result<LoadedProject, Stop> {
  const opened = openForReading(nameOrPath);
  if (!opened.ok) return opened;
  const document = opened.value.document();
  const { attachments } = opened.value;
  const pictures = attachments.list().flatMap(({ id }) => attachments.read(id) ?? []);
  opened.value.close();
  return ok({ document, fileVersion: opened.value.fileVersion, pictures });
}

/**
 * One line for a file that could not be used; a template of a near name is suggested
 * where there is no file.
 */
export function explainMissing(problem: FileProblem): string {
  if (problem.code !== 'missing') return explainFile(problem);
  const near = nearestWord(basename(problem.path), templates.map((t) => t.id));
  if (near !== null) return `${explainFile(problem)} Did you mean the template ${near}?`;
  // A bare word is meant as a template.
  return /[/\\.]/u.test(problem.path) ? explainFile(problem)
    : `${explainFile(problem)}. Templates: ${templates.map((t) => t.id).join(', ')}`;
}

/** The scenario asked for by key or name, or the first. */
export function chooseScenario(
  document: ProjectDocument, wanted: string | undefined,
): Result<string, Stop> {
  const scenarios = listScenarios(document);
  const found = wanted === undefined ? scenarios[0]
    : scenarios.find((s) => s.id === wanted || s.name === wanted);
  if (found !== undefined) return ok(found.id);
  if (wanted === undefined)
    return refuse({ exit: exitCodes.badFile, text: 'the project holds no scenario' });
  return refuse({ exit: exitCodes.usage,
    text:
      `there is no scenario "${wanted}"; known: ${scenarios.map((s) => `${s.id} ("${s.name}")`).join(', ')}` });
}

/** Fields that decide what a set of parameters holds: they are set before it. */
const firstPaths: ReadonlySet<string> = new Set(['cooling.rejection', 'cooling.chillerSink']);

/** One `--set path=value`, or a whole set of parameters. */
function applySet(
  document: ProjectDocument, scenarioId: string, word: string, begun: ReadonlySet<KindName>,
): Result<ProjectDocument, string> {
  const at = word.indexOf('=');
  if (at < 1) return refuse(`${word}: expected path=value`);
  const [path, value] = [word.slice(0, at), word.slice(at + 1)];
  if (path === setPath) return setParameters(document, scenarioId, value);
  const set = setByPath(document, scenarioId, path, value, begun);
  return set.ok ? set : refuse(explainSet(set.error));
}

/**
 * The document with every `--set path=value` laid over the scenario, in order; what decides
 * a set of parameters comes first. A record of a kind that has none is begun by naming it.
 */
export function applySets(
  document: ProjectDocument, scenarioId: string, args: Args,
): Result<ProjectDocument, Stop> {
  const words = args.options.get('set') ?? [];
  const first = words.filter((word) => firstPaths.has(word.split('=')[0] ?? ''));
  const begun = emptyKinds(document, scenarioId);
  let next = document;
  for (const word of [...first, ...words]) {
    const set = applySet(next, scenarioId, word, begun);
    if (!set.ok) return refuse({ exit: exitCodes.usage, text: `--set ${set.error}` });
    next = set.value;
  }
  return ok(next);
}

/** Project, scenario and overrides of a command that takes all three. */
export function loadForPlan(
  args: Args,
): Result<{ project: LoadedProject; scenarioId: string }, Stop> {
  const loaded = loadProject(args.positional[0] ?? '');
  if (!loaded.ok) return loaded;
  const scenario = chooseScenario(loaded.value.document, optionOf(args, 'scenario'));
  if (!scenario.ok) return scenario;
  const curves = applyLoads(loaded.value.document, scenario.value, args);
  if (!curves.ok) return curves;
  const document = applySets(curves.value, scenario.value, args);
  if (!document.ok) return document;
  return ok({ project: { ...loaded.value, document: document.value },
    scenarioId: scenario.value });
}
