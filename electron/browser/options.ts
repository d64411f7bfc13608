import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { defaultDataFolder, defaultProjectsFolder } from './places.ts';

/** How the browser host was asked to start. */
export interface StartOptions {
  readonly file: string | null;
  readonly projectsFolder: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly window: boolean;
}

export const usage =
  'npm start [-- file.aifp] [--projects DIR] [--data DIR] [--port N] [--no-window]';

/** Reads the command line; what cannot be understood is refused with one sentence. */
export function parseOptions(argv: readonly string[]): Result<StartOptions, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv], allowPositionals: true,
      options: {
        projects: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-window': { type: 'boolean' },
      },
    });
    const port = Number(values.port ?? '0');
    const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
    if (!isPort) return refuse(`--port takes 0 to 65535, not ${values.port ?? ''}`);
    if (positionals.length > 1) return refuse('only one file can be opened at the start');
    const [file] = positionals;
    return ok({
      file: file === undefined ? null : resolve(file),
      projectsFolder: resolve(values.projects ?? defaultProjectsFolder()),
      dataFolder: resolve(values.data ?? defaultDataFolder()),
      port,
      window: values['no-window'] !== true,
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
