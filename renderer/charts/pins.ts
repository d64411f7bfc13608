import { useSyncExternalStore } from 'react';
import { usePlanner } from '../state/hooks.tsx';
import type { DrawnPicture } from './picture.ts';

/** Pictures kept for comparison, by project and title, while the application runs. */
const pins = new Map<string, DrawnPicture>();
const listeners = new Set<() => void>();

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

export interface Pin {
  readonly pinned: DrawnPicture | null;
  readonly pin: (picture: DrawnPicture | null) => void;
}

/** The picture kept under a title, which outlives the screen but not the session. */
export function usePin(title: string): Pin {
  const session = usePlanner(({ project }) => project?.session ?? '');
  const key = `${session} ${title}`;
  const pinned = useSyncExternalStore(listen, () => pins.get(key) ?? null);
  return { pinned, pin: (picture) => {
    if (picture === null) pins.delete(key);
    else pins.set(key, picture);
    for (const listener of listeners) listener();
  } };
}
