import { ensureBuilt, parts } from './setup/built.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { say } from './setup/run.mjs';

/** `npm run build [-- --stale] [part ...]`: builds everything, the named parts, or only what is out of date. */
const words = process.argv.slice(2);
const names = words.filter((word) => Object.hasOwn(parts, word));
const unknown = words.find((word) => word !== '--stale' && !names.includes(word));

try {
  if (unknown !== undefined) throw new Error(`unknown part "${unknown}"; parts are ${Object.keys(parts).join(', ')}`);
  await ensureInstalled();
  await ensureBuilt(names.length === 0 ? undefined : names, { force: !words.includes('--stale') });
} catch (problem) {
  say(String(problem instanceof Error ? problem.message : problem));
  process.exitCode = 1;
}
