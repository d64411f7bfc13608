import { PDFDocument } from '@cantoo/pdf-lib';
import type { ReportKind } from '../../shared/backend.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios, resolveProject } from '../../shared/project/resolve.ts';
import { hashPlan, hashProject } from './hash.ts';

/** What a PDF says about itself: enough to find the project and to recompute every figure. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly creator: string;
  readonly nowMs: number;
}

const kindTitles: Readonly<Record<ReportKind, string>> = {
  executive: 'Executive brief',
  technical: 'Technical report',
  assumptions: 'Assumptions',
  full: 'Full report',
  comparison: 'Comparison of scenarios',
};

export function describePdf(
  document: ProjectDocument, scenarioId: string, kind: ReportKind, appVersion: string,
  nowMs: number,
): PdfFacts {
  const project = resolveProject(document).values;
  const scenario = listScenarios(document).find((s) => s.id === scenarioId)?.name ?? scenarioId;
  const client = project.client === '' ? '' : `, for ${project.client}`;
  return {
    title: `${project.name}: ${kindTitles[kind]}`,
    author: project.preparedBy === '' ? 'AI Factory Planner' : project.preparedBy,
    subject: `${kindTitles[kind]}, scenario ${scenario}${client}`,
    keywords: [
      `project sha256 ${hashProject(document)}`,
      `plan sha256 ${hashPlan(document, scenarioId, appVersion)}`,
    ],
    creator: `AI Factory Planner ${appVersion}`,
    nowMs,
  };
}

/**
 * Writes the facts into a printed PDF and counts its pages. Tags, outline and fonts stay
 * as printed.
 * @throws Error when `bytes` are no PDF
 */
export async function finishPdf(
  bytes: Uint8Array, facts: PdfFacts,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setAuthor(facts.author);
  pdf.setSubject(facts.subject);
  pdf.setKeywords([...facts.keywords]);
  pdf.setCreator(facts.creator);
  pdf.setCreationDate(new Date(facts.nowMs));
  pdf.setModificationDate(new Date(facts.nowMs));
  // In one go: pauses between objects would double the time of a long report.
  return { bytes: await pdf.save({ updateFieldAppearances: false, objectsPerTick: Infinity }),
    pages: pdf.getPageCount() };
}
