import type { Backend } from '../../shared/backend.ts';
import type { Host } from './context.tsx';
import { rememberIn } from './session-memory.ts';

/**
 * What the preload exposes. `pathOfFile` is Electron's way to learn where a dropped file
 * lies.
 */
export interface Preload extends Backend {
  readonly pathOfFile?: (file: File) => string;
}

/** The preload's object, present only in the desktop window. */
export function findPreload(scope: object): Preload | null {
  if (!('planner' in scope)) return null;
  const preload = scope.planner;
  return typeof preload === 'object' && preload !== null && 'call' in preload
    && 'subscribe' in preload
    ? (preload as Preload) // the preload is our own bundle, built from the same contract
    : null;
}

export function connectElectron(preload: Preload): Host {
  return {
    call: preload.call,
    subscribe: preload.subscribe,
    ...rememberIn(sessionStorage),
    pathOfDropped: (file) => {
      const path = preload.pathOfFile?.(file) ?? '';
      return path === '' ? null : path;
    },
  };
}
