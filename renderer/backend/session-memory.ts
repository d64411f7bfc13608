import type { Host } from './context.tsx';

const key = 'aifp-session';

/** Remembers the open session for as long as the window lives, reloads included. */
export function rememberIn(
  storage: Storage,
): Pick<Host, 'rememberedSession' | 'rememberSession'> {
  return {
    rememberedSession: () => storage.getItem(key),
    rememberSession: (session) => {
      if (session === null) storage.removeItem(key);
      else storage.setItem(key, session);
    },
  };
}
