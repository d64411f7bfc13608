import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { writePackage } from '../../backend/package.ts';
import { optionOf, type Args, type ArgSpec } from '../args.ts';
import { openForReading } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainFile } from '../problems.ts';
import { appVersion } from '../version.ts';

export const packageSpec: ArgSpec = {
  positional: ['file | template'], required: 1, flags: ['json'], options: ['out', 'scenario', 'redact'],
  repeatable: ['scenario', 'redact'],
};

/** `package`: a client-safe copy with chosen scenarios, fields taken out, no history, read-only for ever. */
export function runPackage(args: Args, output: Output): ExitCode {
  const target = optionOf(args, 'out');
  if (target === undefined || existsSync(target)) {
    output.err(target === undefined ? '--out FILE.aifp is needed' : `${target}: the file exists; name another`);
    return exitCodes.usage;
  }
  const opened = openForReading(args.positional[0] ?? '');
  if (!opened.ok) {
    output.err(opened.error.text);
    return opened.error.exit;
  }
  const store = opened.value;
  try {
    const all = listScenarios(store.document());
    const wanted = args.options.get('scenario') ?? all.map(({ id }) => id);
    const scenarioIds = wanted.map((word) => all.find((s) => s.id === word || s.name === word)?.id ?? word);
    const written = writePackage(store, resolve(target), {
      scenarioIds, redact: args.options.get('redact') ?? [], appVersion, nowMs: Date.now(),
    });
    if (written.ok) {
      const { hash, redacted } = written.value;
      output.out(args.flags.has('json') ? JSON.stringify({ path: target, hash, redacted })
        : `${target}: ${redacted} fields taken out, sha256 ${hash}`);
      return exitCodes.done;
    }
    const isUsage = written.error.code === 'bad-arguments';
    output.err(isUsage ? written.error.detail : explainFile(written.error));
    return isUsage ? exitCodes.usage : exitCodes.badFile;
  } finally {
    store.close();
  }
}
