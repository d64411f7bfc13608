import type { App } from 'electron';
import { findProjectFile } from './file-arguments.ts';

/** What one start hands to the instance that is already running. */
interface Handover {
  readonly file: string | null;
}

const isHandover = (value: unknown): value is Handover =>
  typeof value === 'object' && value !== null && 'file' in value
    && (typeof value.file === 'string' || value.file === null);

/**
 * Makes this the only instance, before any file is touched, and gathers every project
 * file the system hands over: on the command line, by a second start, or by macOS
 * (possibly before the app is ready).
 * @param open called for each file, at once; a null file means "come to the front"
 * @returns false when another instance runs and has been told; this one must quit
 */
export function claimInstance(
  app: App, argv: readonly string[], cwd: string, open: (file: string | null) => void,
): boolean {
  const file = findProjectFile(argv, cwd);
  const handover: Handover = { file };
  if (!app.requestSingleInstanceLock(handover)) return false;
  app.on('second-instance',
    (_event, _argv, _cwd, data) => { open(isHandover(data) ? data.file : null); });
  app.on('open-file', (event, path) => { event.preventDefault(); open(path); });
  if (file !== null) open(file);
  return true;
}
