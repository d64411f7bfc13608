import type { App, Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { isExternalLink } from '../../../electron/backend/external-links.ts';
import {
  lockContents, lockEveryContents, lockSession, mayLoad,
} from '../../../electron/main/lockdown.ts';
import { app, BrowserWindow, FakeContents, FakeSession } from '../../doubles/electron.ts';

/** The double stands in for Electron's own classes, of which it has the part used here. */
const asSession = (fake: FakeSession): Session => fake as unknown as Session;
const asContents = (fake: FakeContents): WebContents => fake as unknown as WebContents;

describe('a locked session', () => {
  const session = new FakeSession();
  lockSession(asSession(session));

  it('denies every permission, device and capture', () => {
    const answers: unknown[] = [];
    session.handlers.get('permissionRequest')?.(null, 'media',
      (answer: unknown) => { answers.push(answer); });
    session.handlers.get('displayMedia')?.({}, (answer: unknown) => { answers.push(answer); });
    expect(answers).toEqual([false, {}]);
    expect(session.handlers.get('permissionCheck')?.(null, 'clipboard-read')).toBe(false);
    expect(session.handlers.get('devicePermission')?.({})).toBe(false);
    expect(session.handlers.get('spellChecker')?.()).toBe(false);
  });

  it.each([
    ['https://example.org/', true], ['http://127.0.0.1:80/', true],
    ['wss://example.org/', true], ['ftp://example.org/', true],
    ['file:///etc/passwd', true], ['app://elsewhere/x.js', true],
    ['app://planner/assets/a.js', false], ['data:image/png;base64,AA', false],
    ['blob:app://planner/1', false],
  ])('request to %s: cancelled is %s', (url, cancel) => {
    const answers: unknown[] = [];
    session.webRequest.before?.({ url }, (answer: unknown) => { answers.push(answer); });
    expect(answers).toEqual([{ cancel }]);
    expect(mayLoad(url)).toBe(!cancel);
  });

  it('lets no download through', () => {
    let prevented = false;
    session.emit('will-download', { preventDefault: () => { prevented = true; } });
    expect(prevented).toBe(true);
  });
});

describe('locked contents', () => {
  const contents = new FakeContents();
  lockContents(asContents(contents));

  /** Whether an event with this address is stopped. */
  const isStopped = (event: string, url: string): boolean => {
    let stopped = false;
    contents.emit(event, { url, preventDefault: () => { stopped = true; } });
    return stopped;
  };

  it.each([
    'will-navigate', 'will-frame-navigate', 'will-redirect',
  ])('%s leads nowhere but to our pages', (event) => {
    expect(isStopped(event, 'https://example.org/')).toBe(true);
    expect(isStopped(event, 'app://planner.evil/')).toBe(true);
    expect(isStopped(event, 'file:///index.html')).toBe(true);
    expect(isStopped(event, 'app://planner/index.html')).toBe(false);
  });

  it('embeds no page and opens no window', () => {
    expect(isStopped('will-attach-webview', 'app://planner/index.html')).toBe(true);
    expect(contents.openHandler?.({ url: 'app://planner/index.html' }))
      .toEqual({ action: 'deny' });
  });

  it('covers every window created later', () => {
    lockEveryContents(app as unknown as App);
    expect(new BrowserWindow().webContents.openHandler?.({})).toEqual({ action: 'deny' });
  });
});

describe('external links', () => {
  it.each([
    'https://www.apache.org/licenses/LICENSE-2.0?x',
    'https://www.apache.org.evil/licenses/LICENSE-2.0', 'https://www.apache.org/',
    'http://www.apache.org/licenses/LICENSE-2.0', 'file:///etc/passwd',
    'javascript:alert(1)', 'not a link', '',
  ])('%s stays closed', (url) => { expect(isExternalLink(url)).toBe(false); });

  it('opens one of ours, exactly', () => {
    expect(isExternalLink('https://www.apache.org/licenses/LICENSE-2.0')).toBe(true);
  });
});
