import type { App, Session, WebContents } from 'electron';
import { isOurPage } from './page-address.ts';

/**
 * Schemes a page may load from. Everything else, the network above all, is cancelled
 * before it starts.
 */
const allowedSchemes = ['app:', 'blob:', 'data:', 'devtools:'];

/**
 * Whether a request may go on: our own pages, and data the page itself holds.
 * @example mayLoad('https://example.org/') // false
 */
export function mayLoad(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'app:' ? isOurPage(address) : allowedSchemes.includes(protocol);
}

/** Denies a session every permission, device, capture and request that leaves this machine. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false); });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => { answer({}); });
  session.setSpellCheckerEnabled(false); // its dictionaries would be downloaded
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url) });
  });
  // files are written by the host, where asked
  session.on('will-download', (event) => { event.preventDefault(); });
}

/** Keeps one page where it is: no navigation away, no redirect, no window, no embedded page. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isOurPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Applies to every page there will ever be, the print window included. */
export function lockEveryContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => { lockContents(contents); });
}
