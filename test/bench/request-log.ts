/**
 * Reads a made-up request log of many lines through the command line, as a table and as JSON
 * lines, and prints time and memory: node test/bench/request-log.ts [lines] [csv|json].
 * Exits 1 above 60 s or 500 MB.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lines = Number(process.argv[2] ?? 17_000_000);
type Form = 'csv' | 'json';
const forms: readonly Form[] = process.argv[3] === 'csv' ? ['csv']
  : process.argv[3] === 'json' ? ['json'] : ['csv', 'json'];
const [mostSeconds, mostMegabytes] = [60, 500];
const two = (value: number): string => String(value).padStart(2, '0');

/** A week of requests as a public trace writes them; the sum of its tokens. */
function writeLog(path: string, form: Form): number {
  const file = openSync(path, 'w');
  let text = form === 'csv' ? 'TIMESTAMP,ContextTokens,GeneratedTokens\n' : '';
  let [state, sum] = [1, 0];
  for (let i = 0; i < lines; i++) {
    const at = (i / lines) * 604_800;
    const rest = at % 86_400;
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const [input, output] = [state % 4000, state % 400];
    sum += input + output;
    const time = `2024-05-${10 + Math.floor(at / 86_400)} ${two(Math.floor(rest / 3600))}:`
      + `${two(Math.floor(rest / 60) % 60)}:${(rest % 60).toFixed(6).padStart(9, '0')}+00:00`;
    text += form === 'csv' ? `${time},${input},${output}\n`
      : `{"TIMESTAMP":"${time}","ContextTokens":${input},"GeneratedTokens":${output}}\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
  return sum;
}

const folder = mkdtempSync(join(tmpdir(), 'aifp-log-'));

/** Reads one log and says how long it took; false beyond what is allowed. */
function measure(form: Form): boolean {
  const path = join(folder, `log.${form}`);
  const expected = writeLog(path, form);
  const start = performance.now();
  const tell = 'process.on("exit", () => process.stderr.write(`maxrss ${process.resourceUsage().maxRSS}\\n`))';
  const main = join(import.meta.dirname, '../../electron/cli/main.ts');
  const run = spawnSync(process.execPath, ['--import', `data:text/javascript,${tell}`, main,
    'import', 'load', path, '--json'], { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  const megabytes = Number(/maxrss (\d+)/u.exec(run.stderr)?.[1] ?? NaN) / 1000;
  const { tokensTotal, steps } = JSON.parse(run.stdout) as { tokensTotal: number; steps: number };
  const size = (statSync(path).size / 1e6).toFixed(0);
  console.log(`${lines} lines of ${form}, ${size} MB: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, ${steps} steps, ${tokensTotal === expected ? 'every token counted' : `${tokensTotal} of ${expected} tokens`}`);
  rmSync(path);
  return seconds <= mostSeconds && megabytes <= mostMegabytes && tokensTotal === expected;
}

try {
  if (forms.map(measure).includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
