import { runCli } from './run.ts';

/**
 * better-sqlite3 crashes without a word on older versions, so the version is checked
 * before anything else.
 */
const leastNodeMajor = 24;

async function main(): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < leastNodeMajor) {
    process.stderr.write(`This needs Node ${leastNodeMajor} or newer, and runs on ${process.versions.node}. Start it as: npm run -s aifp -- <command>\n`);
    process.exitCode = 4;
    return;
  }
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (text) => { process.stdout.write(`${text}\n`); },
    err: (text) => { process.stderr.write(`${text}\n`); },
  });
}

// Whoever reads us may stop early, as `head` does: then there is nobody to tell.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit(0);
  throw problem;
});

await main();
