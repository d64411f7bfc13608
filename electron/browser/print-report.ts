import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment } from '../../db/attachments.ts';
import { createDetached } from '../../db/create.ts';
import type { PdfProblem, ReportKind } from '../../shared/backend.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { ok, type Result } from '../../shared/units/result.ts';
import { describePdf, finishPdf } from '../backend/pdf.ts';
import { reportQuery } from '../backend/services.ts';
import { startHost } from './host.ts';
import { pagesFolder, readAppVersion } from './places.ts';
import { startPress, type Press } from './print.ts';

export interface ReportJob {
  /** What to print, overrides included; it need not be in a file. */
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly kind: ReportKind;
  /** Sections to print; null prints all. */
  readonly sections?: readonly string[] | null;
  /** Scenarios of a comparison; null takes all. */
  readonly scenarioIds?: readonly string[] | null;
  /** Pictures the document names. */
  readonly pictures?: readonly Attachment[];
  /** How the document is called where a page shows its path. */
  readonly name: string;
  readonly log: (text: string) => void;
  /** Work for the time in which the browser sets the pages. */
  readonly meanwhile?: () => void;
  /** Folder of the built pages, if not the usual one. */
  readonly pages?: string;
}

/** A finished PDF and its count of pages. */
interface Printed {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * Prints a report without a window: starts a host of its own and lets an installed
 * browser print from it.
 * @returns the finished PDF, or 'no-browser' saying how to get one, or why printing failed
 * @throws Error when the pages are not built or the document is unsound
 */
export async function printReport(
  job: ReportJob, signal: AbortSignal = new AbortController().signal,
): Promise<Result<Printed, PdfProblem>> {
  const press = startPress(signal);
  if (!press.ok) return press;
  const folder = mkdtempSync(join(tmpdir(), 'aifp-print-'));
  try {
    return await printFrom(folder, press.value, job);
  } finally {
    await press.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Serves the document from a folder that is its own, and prints it. */
async function printFrom(
  folder: string, press: Press, job: ReportJob,
): Promise<Result<Printed, PdfProblem>> {
  const [appVersion, nowMs] = [readAppVersion(), Date.now()];
  const places = { projectsFolder: folder, dataFolder: folder,
    pages: job.pages ?? pagesFolder };
  const host = await startHost({ ...places, appVersion, port: 0, log: job.log });
  try {
    const store = createDetached(job.name, { records: Object.values(job.document),
      projectId: randomUUID(), appVersion, nowMs, attachments: job.pictures ?? [] });
    const { session } = host.backend.addDetached(store);
    const printed = await press.print(host.server.address(
      reportQuery({ sections: null, scenarioIds: null, ...job, session }),
    ), job.meanwhile);
    if (!printed.ok) return printed;
    // The browser ends while the paper is finished.
    const closing = press.close();
    const facts = describePdf(job.document, job.scenarioId, job.kind, appVersion, nowMs);
    const finished = await finishPdf(printed.value, facts);
    await closing;
    return ok(finished);
  } finally {
    await host.close();
  }
}
