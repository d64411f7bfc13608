import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/**
 * The set-up scripts run before anything is installed, so they are tried from outside, as
 * programs.
 */
const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'aifp-setup-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  return spawnSync(process.execPath, args,
    { cwd: root, encoding: 'utf8', timeout: 30_000, env: { ...process.env, ...env } });
}

/** Evaluates an expression over the exports of a set-up module and answers it as printed. */
const evaluate = (
  file: string, expression: string, env?: Readonly<Record<string, string>>,
): string =>
  node(['--input-type=module', '-e',
    `import * as m from './build/setup/${file}'; process.stdout.write(String(await (${expression})));`],
    env).stdout;

describe('installing', () => {
  it('sees that this checkout is installed and has its Node', () => {
    expect(evaluate('install.mjs', 'm.isInstalled()')).toBe('true');
    expect(evaluate('install.mjs', 'm.projectNode()')).toBe(process.execPath);
  });
});

describe('finding Electron', () => {
  it.skipIf(
    process.platform !== 'linux',
  )('takes the folder the environment names, if the program is in it', () => {
    expect(
      evaluate('electron.mjs', 'm.findElectron()', { ELECTRON_OVERRIDE_DIST_PATH: folder }),
    ).toBe('null');
    writeFileSync(join(folder, 'electron'), '');
    expect(
      evaluate('electron.mjs', 'm.findElectron()', { ELECTRON_OVERRIDE_DIST_PATH: folder }),
    ).toBe(join(folder, 'electron'));
  });
});

describe('running a program', () => {
  it('answers its exit code, and 1 when there is no such program', () => {
    expect(evaluate('run.mjs', `m.run(process.execPath, ['-e', 'process.exit(7)'])`)).toBe('7');
    expect(evaluate('run.mjs', `m.run('no-such-program', [])`)).toBe('1');
  });

  it('ends it with all it started when its time is up', () => {
    // The grandchild holds our pipe: this returns by itself only once that is gone too.
    const child =
      `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
    const { status, stdout } = node(['--input-type=module', '-e',
      `import { run } from './build/setup/run.mjs'; process.stdout.write(await run(process.execPath, ['-e', ${JSON.stringify(child)}], { limitMs: 1000 }));`]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'timeout' });
  });
});

describe('building', () => {
  it('refuses a part it does not know', () => {
    const { status, stderr } = node(['build/build.mjs', 'rendrer']);
    expect(status).toBe(1);
    expect(stderr).toContain('unknown part "rendrer"; parts are renderer, main, preload');
  });
});

describe('an entry started on an old Node', () => {
  const pretend =
    `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;

  it.each(['cli.js', 'host.js'])('%s says what to do before it loads anything', (entry) => {
    expect(node(['build/build.mjs', '--stale', 'main']).status).toBe(0);
    const { status, stderr } = node(['--import', pretend, join('out', 'main', entry)]);
    expect(status).toBe(4);
    expect(stderr).toContain('needs Node 24 or newer and was started with 20.20.2');
  }, 120_000);
});
