import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Text and machine code pack well; fonts are packed already and the page itself is changed
 * while it is served.
 */
const pressed = /\.(?:js|css|wasm)$/;

/** Maps stay outside, and so does the builder's note of what it built from. */
const left = /\.map$|^\.sources$/;

/**
 * Copies built pages into a folder of their own for packing: scripts and styles as Brotli
 * files (`a.js.br`), the rest as it is, maps not at all. The application unpacks what it
 * serves (page-protocol.ts).
 * @param from the built pages @param to made anew
 * @returns how many files were written
 * @throws Error when the pages have not been built
 */
export function pressPages(from: string, to: string): number {
  rmSync(to, { recursive: true, force: true });
  const names = readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !left.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  if (!names.includes('index.html'))
    throw new Error(`${from} holds no pages: run "npm run build" first`);
  for (const name of names) pressFile(join(from, name), join(to, name));
  return names.length;
}

function pressFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (!pressed.test(from)) {
    cpSync(from, to);
    return;
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${to}.br`, brotliCompressSync(readFileSync(from), { params }));
}
