import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-mcp-test-'));
const file = join(folder, 'pod.aifp');
const root = join(import.meta.dirname, '..', '..', '..');

async function connect(...words: readonly string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, stderr: 'pipe',
    args: [join(root, 'electron', 'cli', 'main.ts'), 'mcp', ...words] }));
  return client;
}

interface Told {
  readonly isError: boolean;
  readonly text: string;
}

async function call(client: Client, name: string, input: Record<string, unknown>): Promise<Told> {
  const { isError, content } = await client.callTool({ name, arguments: input });
  const [first] = Array.isArray(content) ? content as { readonly text?: string }[] : [];
  return { isError: isError === true, text: first?.text ?? '' };
}

async function printed(...argv: readonly string[]): Promise<string> {
  let out = '';
  await runCli(argv, { out: (text) => { out += text; }, err: () => undefined });
  return out;
}

describe('the server of tools', () => {
  let reader: Client;
  beforeAll(async () => {
    await printed('new', file, '--template', 'b200-1mw');
    reader = await connect(file, 'b200-1mw');
  }, 120_000);
  afterAll(async () => {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('offers tools that read, and no other', async () => {
    const { tools } = await reader.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(['compare', 'fields', 'get', 'list',
      'plan', 'report', 'seek', 'sweep', 'tco', 'trace']);
    expect(JSON.parse((await call(reader, 'list', {})).text)).toMatchObject({ write: false,
      files: [{ file, template: false }, { file: 'b200-1mw', template: true }] });
  });

  it('answers what the command line prints', async () => {
    const over = ['finance.discountRate=0.05,0.1'];
    expect(await call(reader, 'sweep', { file, over, figures: ['npvUsd'] })).toEqual({ isError: false,
      text: await printed('sweep', file, '--over', 'finance.discountRate=0.05,0.1',
        '--figures', 'npvUsd', '--json') });
    expect(await call(reader, 'trace', { file, figure: 'headline.itMw', set: { 'site.utilityMw': 0.9 } }))
      .toEqual({ isError: false,
        text: await printed('trace', file, 'headline.itMw', '--set', 'site.utilityMw=0.9', '--json') });
    const seek = await call(reader, 'seek',
      { file, figure: 'itMw', target: 9, vary: 'finance.discountRate' });
    expect(JSON.parse(seek.text)).toMatchObject({ status: 'flat', roots: [] });
  });

  it('refuses files that were not named, and values outside their range', async () => {
    expect(await call(reader, 'plan', { file: 'gb300-100mw' }))
      .toMatchObject({ isError: true, text: expect.stringContaining('not served') });
    expect(await call(reader, 'get', { file: '/etc/passwd', path: 'site.utilityMw' }))
      .toMatchObject({ isError: true });
    expect(await call(reader, 'trace', { file, figure: 'headline.itMw', set: { 'site.utilityMw': -1 } }))
      .toMatchObject({ isError: true, text: expect.stringContaining('outside 0.05 to 5000 MW') });
  });

  it('writes only where it was started to, one value that undo takes back', async () => {
    expect((await call(reader, 'set', { file, path: 'site.utilityMw', value: 2 })).isError).toBe(true);
    const writer = await connect('--write', file, 'b200-1mw');
    try {
      const path = 'finance.discountRate';
      expect(await call(writer, 'set', { file, path, value: 0.11 })).toMatchObject({ isError: false });
      expect(JSON.parse((await call(writer, 'get', { file, path })).text))
        .toMatchObject({ stated: [{ value: 0.11 }] });
      expect(await call(writer, 'set', { file, path, value: 11 }))
        .toMatchObject({ isError: true, text: expect.stringContaining('outside') });
      expect(await call(writer, 'set', { file: 'b200-1mw', path, value: 0.1 }))
        .toMatchObject({ isError: true, text: expect.stringContaining('template') });
    } finally {
      await writer.close();
    }
  });
});
