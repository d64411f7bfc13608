import type {
  HostInfo, PdfProblem, PushName, Pushes, ReportKind,
} from '../../shared/backend.ts';
import type { Template } from '../../shared/project/templates.ts';
import type { Result } from '../../shared/units/result.ts';
import type { TaskLimits } from './worker/limits.ts';
import type { StartWorker } from './worker/process.ts';

/** Which report to print, of which open project. */
export interface ReportRequest {
  readonly session: string;
  readonly scenarioId: string;
  readonly kind: ReportKind;
  readonly sections: readonly string[] | null;
  readonly scenarioIds: readonly string[] | null;
}

/** What a host brings: everything the use cases cannot do by themselves. */
export interface Services {
  readonly host: Pick<HostInfo, 'kind' | 'appVersion' | 'nativeDialogs' | 'projectsFolder'>;
  /** Preferences, recent files and backups live here. */
  readonly dataFolder: string;
  readonly templates: readonly Template[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * A native dialog, which has asked before it names a file that exists. Hosts without
   * one return null.
   */
  readonly chooseFile: (
    purpose: 'open' | 'save', suggestedName: string,
  ) => Promise<string | null>;
  /**
   * Draws the page at `reportQuery` without a window and prints it once
   * `data-report-ready` is true.
   */
  readonly printPdf: (
    request: ReportRequest, signal: AbortSignal,
  ) => Promise<Result<Uint8Array, PdfProblem>>;
  /** Opens an address outside, which is one of ours; 'page' when the page has to do it. */
  readonly openLink: (url: string) => Promise<'host' | 'page'>;
  /** Opens a file this host wrote, or its folder; false where there is no desktop. */
  readonly showFile: (path: string, how: 'open' | 'folder') => Promise<boolean>;
  readonly push: <K extends PushName>(name: K, push: Pushes[K]) => void;
  /**
   * Something went wrong that must not stop the person, such as a backup that could not
   * be written.
   */
  readonly log: (text: string) => void;
  /** Starts the process foreign content is read in; left out where Node itself can. */
  readonly startWorker?: StartWorker;
  /** What opening a file of so many bytes may take, if not the usual. */
  readonly openLimits?: (fileBytes: number) => TaskLimits;
}

/** The part after `?` of the report page's address, the same for every host. */
export function reportQuery(
  { session, scenarioId, kind, sections, scenarioIds }: ReportRequest,
): string {
  const query = new URLSearchParams({ view: 'report', session, scenario: scenarioId, kind });
  if (sections !== null) query.set('sections', sections.join(','));
  for (const id of scenarioIds ?? []) query.append('compare', id);
  return query.toString();
}
