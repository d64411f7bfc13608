import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandNames } from '../../../shared/backend.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** What the probe reports; see compiled-probe.ts. */
const report = z.object({
  calls: z.array(z.string()), channels: z.array(z.string()),
  schemes: z.array(z.unknown()), windows: z.number(),
  preferences: z.record(z.string(), z.unknown()), loaded: z.array(z.string()),
  sent: z.array(z.unknown()), sessionHandlers: z.array(z.string()), hasMenu: z.boolean(),
  openWindow: z.unknown(), page: z.object({ status: z.number(), policy: z.string() }),
  created: z.object({
    ok: z.literal(true), value: z.object({ path: z.string(), session: z.string() }),
  }),
  reopened: z.object({ ok: z.literal(true) }), forked: z.array(z.string()),
  recent: z.object({ ok: z.literal(true), value: z.array(z.object({ path: z.string() })) }),
  recentDocuments: z.array(z.string()),
  said: z.object({ message: z.string(), detail: z.string() }), log: z.string(),
});

/** Runs a script of the checkout under this Node and answers what it printed. */
function runNode(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args,
    { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

describe('the compiled main process', () => {
  let seen: z.infer<typeof report>;

  beforeAll(() => {
    runNode('build/build.mjs', '--stale');
    seen = report.parse(JSON.parse(runNode(join(import.meta.dirname, 'compiled-probe.ts'))));
  }, 120_000);

  it('turns the sandbox on and takes the lock before it waits to be ready', () => {
    const order =
      ['enableSandbox', 'lock', 'whenReady'].map((call) => seen.calls.indexOf(call));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(seen.schemes).toHaveLength(1);
  });

  it('brings the updater with it, and says so where an installation cannot be updated', () => {
    expect(seen.said.message).toBe('The update could not be fetched or checked.');
    expect(seen.said.detail)
      .toMatch(/Nothing was installed.*https:\/\/updates\.invalid\/planner/s);
    expect(seen.log).toContain('update: this kind of installation cannot be looked up');
  });

  it('opens one locked window on our own page', () => {
    expect(seen.windows).toBe(1);
    expect(seen.loaded).toEqual(['app://planner/index.html']);
    expect(seen.preferences).toMatchObject({
      contextIsolation: true, sandbox: true, nodeIntegration: false,
      nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, webviewTag: false, allowRunningInsecureContent: false,
    });
    expect(seen.preferences['preload']).toMatch(/preload\.cjs$/);
    expect(seen.openWindow).toEqual({ action: 'deny' });
  });

  it('serves the built page with its policy and denies the rest', () => {
    expect(seen.page.status).toBe(200);
    expect(seen.page.policy).toContain("default-src 'none'");
    expect(seen.sessionHandlers).toEqual(expect.arrayContaining(
      ['permissionRequest', 'permissionCheck', 'devicePermission', 'displayMedia',
        'protocol:app']));
  });

  it('answers every command, with a real project file behind it', () => {
    expect(seen.channels.toSorted()).toEqual(Object.keys(commandNames).toSorted());
    expect(seen.created.value.path).toMatch(/Probe\.aifp$/);
    expect(seen.recent.value.map(({ path }) => path)).toEqual([seen.created.value.path]);
    expect([...new Set(seen.recentDocuments)]).toEqual([seen.created.value.path]);
    expect(seen.hasMenu).toBe(true);
  });

  it('reads a file in the bundled process before it opens it', () => {
    expect(seen.reopened.ok).toBe(true);
    expect(seen.forked.map((path) => path.replaceAll('\\', '/')))
      .toEqual([expect.stringMatching(/\/out\/main\/worker\.js$/)]);
  });

  it('passes on the file of a second start', () => {
    expect(seen.sent)
      .toContainEqual({ channel: 'file:open-request', payload: { path: '/elsewhere/b.aifp' } });
  });
});

describe('the compiled preload', () => {
  it('is one CommonJS file that asks for nothing but electron', () => {
    const text = runNode('-e',
      `process.stdout.write(require('node:fs').readFileSync('out/preload/preload.cjs', 'utf8'))`);
    const asked = [...text.matchAll(/require\(["']([^"']+)["']\)/g)].map((found) => found[1]);
    expect([...new Set(asked)]).toEqual(['electron']);
    expect(text).not.toMatch(/^\s*(import|export)\s/m);
  });
});
