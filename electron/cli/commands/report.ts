import { renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printReport } from '../../browser/print-report.ts';
import type { PdfProblem, ReportKind } from '../../../shared/backend.ts';
import { unreachable } from '../../../shared/units/result.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { loadForPlan } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';

export const reportSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'], options: ['pdf', 'kind', 'scenario', 'set'], repeatable: ['set'],
};

const kinds: readonly ReportKind[] = ['executive', 'technical', 'assumptions', 'full'];
const isReportKind = (text: string): text is ReportKind => kinds.some((kind) => kind === text);

function explainPdf(problem: PdfProblem): { readonly text: string; readonly exit: ExitCode } {
  switch (problem.code) {
    case 'no-browser': return { text: `a browser is needed to print: ${problem.detail}`, exit: exitCodes.missingTool };
    case 'cancelled': return { text: 'printing was cancelled', exit: exitCodes.failed };
    case 'print-failed': return { text: `printing failed: ${problem.detail}`, exit: exitCodes.failed };
    default: return unreachable(problem, 'explainPdf');
  }
}

/** `report`: prints a report as PDF through an installed browser. */
export async function runReport(args: Args, output: Output): Promise<ExitCode> {
  const target = optionOf(args, 'pdf');
  const kind = optionOf(args, 'kind') ?? 'executive';
  if (target === undefined || !isReportKind(kind)) {
    output.err(target === undefined ? '--pdf OUT is needed' : `--kind: "${kind}" is not one of ${kinds.join(', ')}`);
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
  const printed = await printReport({
    document: project.document, scenarioId, kind, name: args.positional[0] ?? '', log: (text) => { output.err(text); },
  });
  if (!printed.ok) {
    const { text, exit } = explainPdf(printed.error);
    output.err(text);
    return exit;
  }
  // Written beside the target first, so that a full disk never leaves half a report under its name.
  writeFileSync(`${path}.part`, printed.value.bytes);
  renameSync(`${path}.part`, path);
  const { pages, bytes } = printed.value;
  output.out(args.flags.has('json') ? JSON.stringify({ path, pages, bytes: bytes.length }) : `${path} (${pages} pages)`);
  return exitCodes.done;
}
