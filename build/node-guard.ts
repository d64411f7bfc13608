import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** better-sqlite3's binary ends the process without a word on Node 20 and 22. */
const leastMajor = 24;

const mark = 'guarded:';

/**
 * Names an entry that refuses to run on an old Node before any of its own modules is
 * loaded.
 */
export const guarded = (entry: string): string => `${mark}${entry}`;

const source = (entry: string): string => `
const major = Number(process.versions.node.split('.')[0]);
if (major < ${leastMajor}) {
  process.stderr.write(
    'AI Factory Planner needs Node ${leastMajor} or newer and was started with ' + process.versions.node + '. ' +
    'Use "npm start" or "npm run -s aifp -- <command>": both bring the right one.\\n');
  process.exit(4);
}
await import(${JSON.stringify(resolve(entry))});
`;

/**
 * Builds the entries named by `guarded`: a version check, then a dynamic import of the
 * real module, so that not even a native module imported at its top is loaded too early.
 */
export function guardNodeVersion(): Plugin {
  return {
    name: 'guard-node-version',
    resolveId: (id) => (id.startsWith(mark) ? `\0${id}` : null),
    load: (id) => (id.startsWith(`\0${mark}`) ? source(id.slice(mark.length + 1)) : null),
  };
}
