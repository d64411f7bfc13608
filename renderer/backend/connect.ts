import { connectBrowser } from './browser.ts';
import { connectElectron, findPreload } from './electron.ts';

/** The desktop window has a preload; every other page was served by the loopback host. */
export function connectHost(): ReturnType<typeof connectElectron> {
  const preload = findPreload(window);
  return preload === null ? connectBrowser() : connectElectron(preload);
}
