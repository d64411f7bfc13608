import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licencePage } from '../../build/supply/licences.ts';
import { readOwnLock } from '../../build/supply/lockfile.ts';
import { listShipped } from '../../build/supply/shipped.ts';
import { readFuses, writePlaceholderElectron } from './placeholder.ts';

const root = resolve(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'aifp-package-'));
const app = join(work, 'out', 'linux-unpacked');
const resources = join(app, 'resources');
const target = `linux-${process.arch}.node`;

/** A start reads from it, and an update carries it: what grows beyond this needs a reason. */
const asarLimitBytes = 5_000_000;

let files: readonly string[] = [];

/** The bytes of a packed file, by its name in the archive. */
const packedFile = (name: string): Buffer =>
  extractFile(join(resources, 'app.asar'), name.slice(1));

/** Chunks a packed module imports, at once or later. */
const importsOf = (name: string): string[] =>
  [...packedFile(`/out/main/${name}`).toString().matchAll(
    /(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+)["'`]/g,
  )].map((found) => found[1] ?? '');

beforeAll(() => {
  const electron = join(work, 'electron');
  const electronPackage: { version: string } =
    JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  writePlaceholderElectron(electron, electronPackage.version);
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    builder, '--linux', 'dir', '--config', 'build/electron-builder.yml',
    `-c.electronDist=${electron}`, `-c.directories.output=${join(work, 'out')}`,
  ], { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`electron-builder ended with ${status}\n${stdout}\n${stderr}`);
  files = listPackage(join(resources, 'app.asar'), { isPack: false })
    .map((name) => name.replaceAll('\\', '/'));
});

afterAll(() => { rmSync(work, { recursive: true, force: true }); });

describe('the packed application', () => {
  it('holds the main process, the preload, the pages and the licence', () => {
    expect(files).toEqual(expect.arrayContaining(
      ['/package.json', '/LICENSE', '/out/main/main.js', '/out/preload/preload.cjs',
        '/out/renderer/index.html']));
  });

  it('holds no sources, tests, maps, data or entry points that need a checkout', () => {
    const strangers = files.filter((name) =>
      /\.(ts|tsx|map)$|^\/(test|shared|db|renderer|electron|docs|examples)(\/|$)|\/(host|cli)\.js$/.test(
        name,
      ));
    expect(strangers).toEqual([]);
  });

  it('brings no library but the native module', () => {
    const packages = new Set(files.filter((name) => name.startsWith('/node_modules/'))
      .map((name) => name.split('/')[2]));
    expect([...packages]).toEqual(['better-sqlite3']);
  });

  it('unpacks exactly the native binary of its own platform', () => {
    expect(files.filter((name) => name.endsWith('.node')))
      .toEqual([`/node_modules/better-sqlite3/prebuilds/${target}`]);
    expect(
      existsSync(join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3',
        'prebuilds', target)),
    ).toBe(
      true,
    );
  });

  it('holds every module that the main process and the one for foreign files reach, and no other', () => {
    const reached = new Set(['main.js', 'worker.js']);
    for (const name of reached) for (const next of importsOf(name)) reached.add(next);
    const packed = files.filter((name) => /^\/out\/main\/.+\.js$/.test(name))
      .map((name) => name.slice('/out/main/'.length));
    expect(packed.toSorted()).toEqual([...reached].toSorted());
  });

  it('holds scripts and styles pressed, each of them what was built', () => {
    const plain = files.filter((name) => /^\/out\/renderer\/.+\.(js|css|wasm|woff)$/.test(name));
    expect(plain).toEqual([]);
    const pressed =
      files.filter((name) => name.startsWith('/out/renderer/') && name.endsWith('.br'));
    expect(pressed.length).toBeGreaterThan(20);
    const changed = pressed.filter((name) => !brotliDecompressSync(packedFile(name))
      .equals(readFileSync(join(root, name.slice(1, -'.br'.length)))));
    expect(changed).toEqual([]);
  });

  it('holds the solver of linear programs beside the archive, pressed, as the package has it', () => {
    const codes = files.filter((name) => /\.wasm/.test(name));
    expect(codes).toEqual([expect.stringMatching(/^\/out\/renderer\/assets\/highs-.+\.wasm\.br$/)]);
    const beside = codes.map((name) => join(resources, 'app.asar.unpacked', name));
    const code = readFileSync(join(root, 'node_modules/highs/build/highs.wasm'));
    expect(beside.map((path) => brotliDecompressSync(readFileSync(path)).equals(code)))
      .toEqual([true]);
  });

  it('holds the pictures of the guide beside the archive', () => {
    const pictures = files.filter((name) => name.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(5);
    const missing = pictures.filter((name) => !existsSync(
      join(resources, 'app.asar.unpacked', name)));
    expect(missing).toEqual([]);
  });

  it('is small', () => {
    const bytes = statSync(join(resources, 'app.asar')).size;
    process.stdout.write(`app.asar: ${bytes} bytes (limit ${asarLimitBytes})\n`);
    expect(bytes).toBeLessThan(asarLimitBytes);
  });

  it('has its fuses flipped, as read from the executable', () => {
    const [runAsNode, , nodeOptions, inspect, asarIntegrity, onlyAsar, browserSnapshot,
      fileProtocol] =
      readFuses(readFileSync(join(app, 'ai-factory-planner')));
    expect({
      runAsNode, nodeOptions, inspect, asarIntegrity, onlyAsar, browserSnapshot,
      fileProtocol,
    }).toEqual({
      runAsNode: false, nodeOptions: false, inspect: false, asarIntegrity: true,
      onlyAsar: true, browserSnapshot: false, fileProtocol: false,
    });
  });
});

describe('what others wrote', () => {
  const packages = readOwnLock();
  const shipped = listShipped(join(root, 'out'));

  it('is listed in docs/licences.md as it is carried now (npm run sbom)', () => {
    expect(shipped).toEqual(expect.arrayContaining([
      'node_modules/react', 'node_modules/zod', 'node_modules/electron-updater',
      'node_modules/@fontsource/inter',
    ]));
    expect(shipped).not.toContain('node_modules/playwright-core');
    expect(readFileSync(join(root, 'docs', 'licences.md'), 'utf8'))
      .toBe(licencePage(packages, shipped));
  });

  it('comes with its notices', () => {
    const notices = readFileSync(join(app, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const named = packages.filter(({ path }) => shipped.includes(path))
      .filter(({ name, version }) => notices.includes(`${name} ${version}\nLicence: `));
    expect(named).toHaveLength(shipped.length);
    expect(notices).toContain('Permission is hereby granted');
  });
});

describe('reading fuses', () => {
  it('sees the factory state and an executable without fuses', () => {
    writePlaceholderElectron(join(work, 'factory'), '0.0.0');
    expect(readFuses(readFileSync(join(work, 'factory', 'electron'))))
      .toEqual(Array.from({ length: 9 }, () => true));
    expect(() => readFuses(Buffer.from('plain'))).toThrow('no fuse sentinel');
  });
});
