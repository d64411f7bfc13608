import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { builderArguments } from './arguments.ts';
import { signingOf } from './signing.ts';

/**
 * `npm run dist [-- --linux dir ...]`: packs the built application for this platform.
 * Nothing is published; further words go to electron-builder.
 */
function main(): number {
  const { says } = signingOf(process.env, process.platform);
  process.stderr.write(`${says}\n`);
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const words = [
    ...builderArguments(process.env, process.platform),
    '--publish',
    'never',
    ...process.argv.slice(2),
  ];
  const { status, error } = spawnSync(
    process.execPath,
    [builder, '--config', 'build/electron-builder.yml', ...words],
    { stdio: 'inherit' },
  );
  if (error !== undefined)
    process.stderr.write(`electron-builder did not start: ${error.message}\n`);
  return status ?? 1;
}

try {
  process.exitCode = main();
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 2;
}
