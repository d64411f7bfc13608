import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { toFileProblem } from '../../db/problem.ts';
import { writeWhole } from '../../db/files.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem } from '../../shared/backend.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios, resolveProject } from '../../shared/project/resolve.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { choose } from './app-handlers.ts';
import type { Handlers } from './expose.ts';
import { freePath, safeFileName, safeName, type WritePlaces } from './paths.ts';
import type { ReportRequest, Services } from './services.ts';
import type { Sessions } from './sessions.ts';
import { pdfLimits } from './worker/limits.ts';
import type { Workers } from './worker/pool.ts';

type OutputHandlers = Pick<Handlers,
  'report:pdf' | 'report:cancel' | 'report:show' | 'export:file'>;

/** What leaves the application: reports and exported files. */
export function createOutputHandlers(
  services: Services, sessions: Sessions, places: WritePlaces, workers: Workers,
): OutputHandlers {
  const running = new Map<string, AbortController>();
  const written = new Set<string>();
  return {
    'report:pdf': async ({ path, ...request }) => {
      const store = sessions.find(request.session);
      if (!store.ok) return store;
      const target = path === null ? ok(newReport(services, store.value, request))
        : places.resolve(path, '.pdf');
      if (!target.ok) return target;
      running.get(request.session)?.abort();
      const controller = new AbortController();
      running.set(request.session, controller);
      try {
        const { signal } = controller;
        const printed = await print(services, workers, store.value,
          { request, path: target.value, signal });
        if (printed.ok) written.add(printed.value.path);
        return printed;
      } finally {
        if (running.get(request.session) === controller) running.delete(request.session);
      }
    },
    'report:cancel': ({ session }) => {
      running.get(session)?.abort();
      return ok(null);
    },
    'report:show': async ({ path, how }) => (written.has(path)
      ? ok({ shown: await services.showFile(path, how) })
      : refuse({ code: 'refused', command: 'report:show' })),
    'export:file': async ({ suggestedName, encoding, data }) => {
      if (safeFileName(suggestedName) === null) {
        const detail = `files like ${basename(suggestedName)} are not written`;
        return refuse({ code: 'bad-arguments', command: 'export:file', detail });
      }
      const path = await choose(services, places, 'save', suggestedName);
      if (path === null) return ok(null);
      const written = writeBytes(path, Buffer.from(data, encoding));
      return written.ok ? ok({ path }) : written;
    },
  };
}

/** A free name that says whose report it is, and of which scenario where there are several. */
function newReport(services: Services, store: ProjectStore, request: ReportRequest): string {
  return freePath(services.host.projectsFolder, reportName(store.document(), request), '.pdf');
}

/**
 * The name of a report's file, without extension, as every system can store it.
 * @example reportName(document, { scenarioId: 'base', kind: 'executive' }) // 'Client X, 20 MW - executive'
 */
export function reportName(
  document: ProjectDocument, { scenarioId, kind }: Pick<ReportRequest, 'scenarioId' | 'kind'>,
): string {
  const scenarios = listScenarios(document);
  const scenario = kind === 'comparison' || scenarios.length < 2 ? undefined
    : scenarios.find(({ id }) => id === scenarioId)?.name;
  const { name } = resolveProject(document).values;
  return `${safeName(scenario === undefined ? name : `${name}, ${scenario}`)} - ${kind}`;
}

/** One report on its way to a file. */
interface PrintJob {
  readonly request: ReportRequest;
  readonly path: string;
  readonly signal: AbortSignal;
}

async function print(
  services: Services, workers: Workers, store: ProjectStore,
  { request, path, signal }: PrintJob,
): Promise<Awaited<ReturnType<Handlers['report:pdf']>>> {
  const { host, now, push } = services;
  const tell = (fraction: number, label: string): void => {
    push('task:progress', { task: 'report', fraction, label });
  };
  const document = store.document();
  tell(0.1, 'Drawing the pages');
  const printed = await services.printPdf(request, signal);
  if (!printed.ok) return printed;
  if (signal.aborted) return refuse({ code: 'cancelled' });
  tell(0.8, 'Writing the file');
  // A megabyte of PDF library that a start without a report must not wait for.
  const { describePdf } = await import('./pdf.ts');
  const facts = describePdf(document, request.scenarioId, request.kind, host.appVersion, now());
  const finished = await workers.run('pdf', { printed: printed.value, facts }, pdfLimits);
  if (!finished.ok)
    return refuse({ code: 'print-failed', detail: `finishing it: ${finished.error.code}` });
  const { bytes, pages } = finished.value;
  const written = writeBytes(path, bytes);
  tell(1, 'Done');
  return written.ok ? ok({ path, pages, bytes: bytes.length }) : written;
}

/** Writes a file that appears complete or not at all. */
export function writeBytes(path: string, bytes: Uint8Array): Result<null, FileProblem> {
  try {
    writeWhole(path, (temporary) => { writeFileSync(temporary, bytes); });
    return ok(null);
  } catch (error) {
    return refuse(toFileProblem(error, path));
  }
}
