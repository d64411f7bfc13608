import { chromium, type Browser, type Page } from 'playwright-core';
import { browserSwitches, findBrowser } from '../../../electron/browser/find-browser.ts';
import { startBuiltHost, type RunningHost } from './host.ts';

/** A host, a browser, and whatever went wrong in its pages. */
export interface Session {
  readonly host: RunningHost;
  readonly open: (look?: Look) => Promise<Page>;
  /** Errors the pages reported: exceptions, refused resources, breaches of the security policy. */
  readonly errors: readonly string[];
  /** Requests that tried to leave this machine. */
  readonly strays: readonly string[];
  readonly end: () => Promise<void>;
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

export async function startSession(): Promise<Session> {
  const found = findBrowser();
  if (!found.ok) throw new Error(found.error.detail);
  const host = await startBuiltHost();
  const browser = await chromium.launch({ executablePath: found.value, args: [...browserSwitches()] });
  const errors: string[] = [];
  const strays: string[] = [];
  return {
    host, errors, strays,
    open: (look = {}) => openPage(browser, host.address, look, errors, strays),
    end: async () => {
      await browser.close();
      await host.stop();
    },
  };
}

async function openPage(browser: Browser, address: string, look: Look, errors: string[], strays: string[]): Promise<Page> {
  const { scheme = 'light', width = 1280, height = 720 } = look;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => { errors.push(error.message); });
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strays.push(request.url());
  });
  await page.goto(address);
  return page;
}
