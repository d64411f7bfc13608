import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../electron/browser/find-browser.ts';
import { toIcns, toIco, type Png } from './containers.ts';

/**
 * `npm run icons`: draws icon.svg in every form packaging asks for. Run after changing
 * the drawing; results are committed.
 */
const folder = import.meta.dirname;
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024];
const largestInIco = 256;

const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

async function draw(browser: Browser, size: number): Promise<Png> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  return { size, bytes: await page.screenshot({ omitBackground: true }) };
}

const found = findBrowser();
if (!found.ok) throw new Error(found.error.detail);
const browser = await chromium.launch({
  executablePath: found.value, chromiumSandbox: process.getuid?.() !== 0,
});
try {
  const pictures: Png[] = [];
  for (const size of sizes) pictures.push(await draw(browser, size));
  for (const { size, bytes } of pictures)
    writeFileSync(join(folder, `${size}x${size}.png`), bytes);
  writeFileSync(join(folder, 'icon.ico'),
    toIco(pictures.filter(({ size }) => size <= largestInIco)));
  writeFileSync(join(folder, 'icon.icns'), toIcns(pictures));
} finally {
  await browser.close();
}
