import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log longer than this is set aside once and started anew. */
const logLimitBytes = 1_000_000;

/**
 * Replaces what names a person: home folders, and the folders of project files. File
 * names stay; they help.
 * @example redactPaths('open /home/ada/x.aifp', '/home/ada') // 'open ~/x.aifp'
 */
export function redactPaths(text: string, home: string): string {
  return text.replaceAll(home, '~')
    .replace(/(\/(?:home|Users)\/)[^/\s]+/g, '$1…')
    .replace(/([A-Za-z]:\\Users\\)[^\\\s]+/g, '$1…');
}

export interface Log {
  readonly write: (text: string) => void;
}

/**
 * Appends dated, redacted lines to a file. A log that cannot be written is no reason to
 * stop the application.
 */
export function openLog(file: string, home: string): Log {
  return {
    write: (text) => {
      try {
        mkdirSync(dirname(file), { recursive: true });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes)
          renameSync(file, `${file}.old`);
        appendFileSync(file, `${new Date().toISOString()} ${redactPaths(text, home)}\n`);
      } catch {
        process.stderr.write(`${redactPaths(text, home)}\n`);
      }
    },
  };
}
