import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../architecture/source.ts';

/** The built browser host as a process of its own, with folders that are gone afterwards. */
export interface RunningHost {
  /** The address that lets one visitor in, once. */
  readonly address: string;
  readonly projects: string;
  readonly stop: () => Promise<void>;
}

const announcement = /AI Factory Planner is at (http:\S+)/;

/** Starts `out/main/host.js`. @throws Error when it ends before it says where it is */
export async function startBuiltHost(): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-e2e-'));
  const projects = join(folder, 'projects');
  const host = join(root, 'out', 'main', 'host.js');
  const flags = ['--no-window', '--projects', projects, '--data', join(folder, 'data')];
  const child = spawn(process.execPath, [host, ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { address: await waitForAddress(child), projects, stop: () => stop(child, folder) };
  } catch (problem) {
    await stop(child, folder);
    throw problem;
  }
}

function waitForAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = announcement.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit',
      (code) => { reject(new Error(`the host ended with ${code ?? 'a signal'}: ${said}`)); });
  });
}

/** The host closes its projects on SIGTERM; its folders go when it has ended. */
async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
