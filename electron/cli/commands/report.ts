import { renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { printReport } from '../../browser/print-report.ts';
import { reportKinds, type PdfProblem, type ReportKind } from '../../../shared/backend.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { mostCompared } from '../../../shared/report/gather.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { chosenSections, sectionsOfKind } from '../../../shared/report/sections.ts';
import type { Limit } from '../../../shared/units/limit.ts';
import { ok, refuse, unreachable, type Result } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { chooseScenario, loadForPlan, type Stop } from '../load.ts';
import { sayLimits } from '../limits.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';

export const reportSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'],
  options: ['pdf', 'kind', 'scenario', 'set', 'sections', 'scenarios', 'paper'],
  repeatable: ['set'],
};

const isReportKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text);

const listOf = (text: string | undefined): readonly string[] | null =>
  (text === undefined ? null
    : text.split(',').map((word) => word.trim()).filter((word) => word !== ''));

/**
 * The sections asked for, else those the project's own report prints; null asks for all
 * of the kind.
 */
function readSections(
  args: Args, kind: ReportKind, leftOut: string,
): Result<readonly string[] | null, string> {
  const wanted = listOf(optionOf(args, 'sections'));
  if (wanted === null) return ok(chosenSections(kind, leftOut));
  if (wanted.join() === 'all') return ok(null);
  const known = sectionsOfKind[kind];
  const strange = wanted.find((id) => !known.some((each) => each === id));
  if (strange !== undefined)
    return refuse(`--sections: the ${kind} report has no section "${strange}"; it has ${known.join(', ')}`);
  return wanted.length === 0
    ? refuse(`--sections: name at least one of ${known.join(', ')}`)
    : ok(wanted);
}

/** Sections that the project's reports leave out, as its field holds them. */
function leftOutOf(document: ProjectDocument, scenarioId: string): string {
  const inputs = resolveScenario(document, scenarioId);
  return inputs.ok ? inputs.value.report.values.leftOut : '';
}

/** The document with the paper asked for, else as it is: the project's own, or its site's. */
function onPaper(
  args: Args, document: ProjectDocument, scenarioId: string,
): Result<ProjectDocument, string> {
  const paper = optionOf(args, 'paper');
  if (paper === undefined) return ok(document);
  const set = paper === 'a4' || paper === 'letter'
    ? setByPath(document, scenarioId, 'report.paper', paper) : null;
  return set?.ok === true ? ok(set.value)
    : refuse(`--paper: "${paper}" is not one of a4, letter`);
}

/** The scenarios to compare, by id or name; null asks for all. */
function readScenarios(
  args: Args, document: ProjectDocument,
): Result<readonly string[] | null, Stop> {
  const ids: string[] = [];
  for (const name of listOf(optionOf(args, 'scenarios')) ?? []) {
    const found = chooseScenario(document, name);
    if (!found.ok) return found;
    ids.push(found.value);
  }
  if (ids.length > mostCompared) return refuse({ exit: exitCodes.usage,
    text: `--scenarios: a comparison prints at most ${mostCompared}` });
  return ok(ids.length === 0 ? null : ids);
}

function explainPdf(problem: PdfProblem): { readonly text: string; readonly exit: ExitCode } {
  switch (problem.code) {
    case 'no-browser': return { text: `a browser is needed to print: ${problem.detail}`,
      exit: exitCodes.missingTool };
    case 'cancelled': return { text: 'printing was cancelled', exit: exitCodes.failed };
    case 'print-failed':
      return { text: `printing failed: ${problem.detail}`, exit: exitCodes.failed };
    default: return unreachable(problem, 'explainPdf');
  }
}

/** Limits of the plan that is printed, as `plan` says them; null without a plan. */
function limitsOf(document: ProjectDocument, scenarioId: string): readonly Limit[] | null {
  const plan = createPlanner(builtInCatalog, loadMeasuredPoints()).evaluate(document, scenarioId);
  return plan.ok ? plan.value.limits : null;
}

/** `report`: prints a report as PDF through an installed browser. */
export async function runReport(args: Args, output: Output): Promise<ExitCode> {
  const target = optionOf(args, 'pdf');
  const kind = optionOf(args, 'kind') ?? 'executive';
  if (target === undefined || !isReportKind(kind)) {
    output.err(target === undefined ? '--pdf OUT is needed'
      : `--kind: "${kind}" is not one of ${Object.keys(reportKinds).join(', ')}`);
    return exitCodes.usage;
  }
  const path = resolve(target);
  if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true) {
    output.err(`${dirname(path)}: the folder does not exist; create it first`);
    return exitCodes.usage;
  }
  const loaded = loadForPlan(args);
  if (!loaded.ok) {
    output.err(loaded.error.text);
    return loaded.error.exit;
  }
  const { project, scenarioId } = loaded.value;
  const sections = readSections(args, kind, leftOutOf(project.document, scenarioId));
  const scenarioIds = readScenarios(args, project.document);
  const document = onPaper(args, project.document, scenarioId);
  if (!sections.ok || !scenarioIds.ok || !document.ok) {
    output.err(!sections.ok ? sections.error : !scenarioIds.ok ? scenarioIds.error.text
      : document.ok ? '' : document.error);
    return exitCodes.usage;
  }
  let limits = null as readonly Limit[] | null;
  const printed = await printReport({
    document: document.value, scenarioId, kind, sections: sections.value,
    scenarioIds: scenarioIds.value, pictures: project.pictures,
    name: args.positional[0] ?? '', log: (text) => { output.err(text); },
    meanwhile: () => { limits = limitsOf(project.document, scenarioId); },
  });
  if (!printed.ok) {
    const { text, exit } = explainPdf(printed.error);
    output.err(text);
    return exit;
  }
  // Written beside the target first, so that a full disk never leaves half a report under
  // its name.
  writeFileSync(`${path}.part`, printed.value.bytes);
  renameSync(`${path}.part`, path);
  const { pages, bytes } = printed.value;
  output.out(args.flags.has('json') ? JSON.stringify({ path, pages, bytes: bytes.length })
    : `${path} (${pages} pages)`);
  return limits === null ? exitCodes.failed : sayLimits(limits, output);
}
