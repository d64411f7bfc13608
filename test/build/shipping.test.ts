import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { builderArguments } from '../../build/shipping/arguments.ts';
import { listChecksums } from '../../build/shipping/checksums.ts';
import { signingOf } from '../../build/shipping/signing.ts';

const shippingFolder = join(import.meta.dirname, '..', '..', 'build', 'shipping');
const folder = mkdtempSync(join(tmpdir(), 'aifp-shipping-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const certificate = { CSC_LINK: 'x', CSC_KEY_PASSWORD: 'x' };
const notary = { APPLE_API_KEY: 'x', APPLE_API_KEY_ID: 'x', APPLE_API_ISSUER: 'x' };
const windows = { WIN_CSC_LINK: 'x', WIN_CSC_KEY_PASSWORD: 'x' };

describe('signing', () => {
  it.each([
    [{}, 'darwin', false, false, /UNSIGNED/],
    [certificate, 'darwin', true, false, /NOT notarised/],
    [{ ...certificate, ...notary }, 'darwin', true, true, /notarised/],
    [notary, 'darwin', false, false, /UNSIGNED/],
    [{}, 'win32', false, false, /UNSIGNED/],
    [windows, 'win32', true, false, /signed/],
    [{ ...windows, WIN_CSC_LINK: '' }, 'win32', false, false, /UNSIGNED/],
    [{ ...certificate, ...windows }, 'linux', false, false, /SHA256SUMS/],
  ])('%j on %s: signed %s, notarised %s', (env, platform, signed, notarised, says) => {
    expect(signingOf(env, platform))
      .toEqual({ signed, notarised, says: expect.stringMatching(says) });
  });
});

describe('arguments of the builder', () => {
  it('name the address of updates only when there is one, and it is https', () => {
    expect(builderArguments({}, 'linux')).toEqual([]);
    expect(builderArguments({ AIFP_UPDATE_URL: 'https://example.org/p' }, 'win32')).toEqual([
      '-c.publish.provider=generic',
      '-c.publish.url=https://example.org/p',
    ]);
    expect(() => builderArguments({ AIFP_UPDATE_URL: 'http://example.org' }, 'linux'))
      .toThrow('https');
    expect(() => builderArguments({ AIFP_UPDATE_URL: 'nowhere' }, 'linux')).toThrow('https');
  });

  it('leave out what a mac’s secrets do not allow', () => {
    expect(builderArguments({}, 'darwin')).toEqual([
      '-c.mac.identity=-',
      '-c.mac.hardenedRuntime=false',
      '-c.mac.notarize=false',
    ]);
    expect(builderArguments(certificate, 'darwin')).toEqual(['-c.mac.notarize=false']);
    expect(builderArguments({ ...certificate, ...notary }, 'darwin')).toEqual([]);
  });
});

describe('checksums', () => {
  it('cover what is handed out and nothing else, as sha256sum reads them', () => {
    expect(() => listChecksums(folder)).toThrow('nothing');
    for (const name of ['b.deb', 'a.AppImage', 'builder-debug.yml', 'latest-linux.yml',
      'notes.txt'])
      writeFileSync(join(folder, name), name);
    const sums = listChecksums(folder);
    expect(
      sums
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual(['a.AppImage', 'b.deb', 'latest-linux.yml']);
    writeFileSync(join(folder, 'SHA256SUMS'), sums);
    expect(listChecksums(folder)).toBe(sums);
  });

  it.skipIf(process.platform !== 'linux')('are right by sha256sum itself', () => {
    expect(
      spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder }).status,
    ).toBe(
      0,
    );
  });
});

describe('the builder’s configuration', () => {
  const config = z
    .looseObject({
      publish: z.null(),
      fileAssociations: z.array(z.looseObject({ ext: z.string(), mimeType: z.string() })),
      nsis: z.looseObject({}),
      mac: z.looseObject({}),
      win: z.looseObject({}),
      linux: z.looseObject({ target: z.array(z.string()) }),
    })
    .parse(
      parse(readFileSync(new URL('../../build/electron-builder.yml', import.meta.url), 'utf8')),
    );

  it('opens project files, hardens macOS, checks updates on Windows and leaves data when it is removed', () => {
    expect(config.fileAssociations).toEqual([
      expect.objectContaining({ ext: 'aifp', mimeType: 'application/x-aifp' }),
    ]);
    expect(config.nsis).toMatchObject({ deleteAppDataOnUninstall: false, oneClick: false });
    const arch = ['arm64', 'x64'];
    expect(config.mac).toMatchObject({
      hardenedRuntime: true,
      notarize: true,
      target: [{ target: 'dmg', arch }, { target: 'zip', arch }],
    });
    expect(config.win).toMatchObject({ verifyUpdateCodeSignature: true, target: ['nsis'] });
    expect(config.linux.target).toEqual(['AppImage', 'deb']);
  });

  it('loosens nothing of the hardened runtime but the compiler', () => {
    const text = readFileSync(new URL('../../build/entitlements.mac.plist', import.meta.url),
      'utf8');
    expect([...text.matchAll(/<key>([^<]+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });
});

describe.skipIf(process.platform === 'win32')('the scripts', () => {
  const scripts = readdirSync(shippingFolder).filter((name) => name.endsWith('.sh'));

  it.each(scripts)('%s is sound shell that stops at the first failure', (name) => {
    const path = join(shippingFolder, name);
    expect(spawnSync('bash', ['-n', path]).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('set -euo pipefail');
  });
});
