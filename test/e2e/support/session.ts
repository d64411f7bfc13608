import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { browserSwitches, findBrowser } from '../../../electron/browser/find-browser.ts';
import { startBuiltHost, type RunningHost } from './host.ts';

/** A host, a browser, and whatever went wrong in its pages. */
export interface Session {
  readonly host: RunningHost;
  readonly open: (look?: Look) => Promise<Page>;
  /**
   * Errors the pages reported: exceptions, refused resources, breaches of the security
   * policy.
   */
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
  const browser =
    await chromium.launch({ executablePath: found.value, args: [...browserSwitches()] });
  const errors: string[] = [];
  const strays: string[] = [];
  // The printed address lets one visitor in, once; further pages bring the cookie it gave.
  const visitor = await browser.newContext();
  await visitor.request.get(host.address);
  const ways: Ways = { origin: new URL(host.address).origin,
    cookies: await visitor.cookies(), errors, strays };
  await visitor.close();
  return {
    host, errors, strays,
    open: (look = {}) => openPage(browser, ways, look),
    end: async () => {
      await browser.close();
      await host.stop();
    },
  };
}

/** How a page gets in, and where it tells what went wrong. */
interface Ways {
  readonly origin: string;
  readonly cookies: Awaited<ReturnType<BrowserContext['cookies']>>;
  readonly errors: string[];
  readonly strays: string[];
}

async function openPage(
  browser: Browser, { origin, cookies, errors, strays }: Ways, look: Look,
): Promise<Page> {
  const { scheme = 'light', width = 1280, height = 720 } = look;
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce',
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.on('pageerror', (error) => { errors.push(error.message); });
  page.on('console',
    (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') strays.push(request.url());
  });
  await page.goto(origin);
  return page;
}
