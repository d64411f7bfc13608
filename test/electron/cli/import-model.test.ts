import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-import-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function run(...argv: readonly string[]) {
  let [out, err] = ['', ''];
  const exit = await runCli(argv,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

const fixture = (name: string): string =>
  join(import.meta.dirname, '..', '..', 'fixtures', 'field', 'models', `${name}.json`);
function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const plain = { model_type: 'llama', hidden_size: 4096, num_hidden_layers: 32,
  num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 128_256,
  intermediate_size: 14_336, tie_word_embeddings: false };

describe('import model', () => {
  it('prints what was read as JSON', async () => {
    const { exit, out } = await run('import', 'model', fixture('03-gemma-4-26b-a4b'), '--json');
    expect([exit, JSON.parse(out)]).toEqual([0, expect.objectContaining({
      name: '03-gemma-4-26b-a4b', family: 'gemma4_text', kvBytesPerToken: 20_480,
      windowLayers: 25, notRead: [], builtIn: null,
      kvBytesAt: { 8192: 46_080, 131_072: 22_080 },
      promise: { totalB: 26, activeB: 4, agrees: true } })]);
  });

  it('prints it for a person, with the entry built in', async () => {
    const { out } = await run('import', 'model', fixture('13-kimi-k3-latent-moe'));
    expect(out).toMatch(/2777\.37 B/);
    expect(out).toMatch(/Kimi K3 \(kimi-k3\)/);
    const named = await run('import', 'model', fixture('30-head-dim-zero'), '--name', 'My-70B');
    expect(named.out).toMatch(/70 B in total: DIFFERS/);
  });

  it('reads UTF-16 as well', async () => {
    const utf16 = Buffer.from(`\uFEFF${JSON.stringify({ ...plain,
      max_position_embeddings: 8192 })}`, 'utf16le');
    const { exit, out } = await run('import', 'model', fileOf('wide.json', utf16), '--json');
    expect([exit, (JSON.parse(out) as { context: number }).context]).toEqual([0, 8192]);
  });

  it('refuses with the line and the reason', async () => {
    const unknown = fileOf('odd.json',
      JSON.stringify({ ...plain, max_position_embeddings: 8192, flux_layers: 3 }, null, 1));
    const refused = await run('import', 'model', unknown, '--json');
    expect([refused.exit, JSON.parse(refused.out)]).toEqual([3, { refused: [{ line: 11,
      reason: 'not understood, and each may change sizes: flux_layers' }] }]);
    expect(refused.err).toContain('odd.json, line 11: not understood');
    const cut = await run('import', 'model', fileOf('cut.json', '{\n"model_type": "lla'));
    expect([cut.exit, cut.err]).toEqual([3, expect.stringContaining('cut.json, line 2')]);
    expect((await run('import', 'model', join(folder, 'absent.json'))).exit).toBe(3);
    expect((await run('import', 'modle', unknown)).err).toContain('did you mean model');
  });

  it('asks for a context the file does not state', async () => {
    const file = fileOf('short.json', JSON.stringify(plain));
    expect(await run('import', 'model', file)).toMatchObject({ exit: 3,
      err: expect.stringContaining('no longest context') as string });
    const stated = await run('import', 'model', file, '--context', '8192', '--json');
    expect(JSON.parse(stated.out)).toMatchObject({ context: 8192 });
    expect((await run('import', 'model', file, '--context', 'long')).exit).toBe(2);
  });

  it('keeps the model in a project under a free key, and only when asked', async () => {
    const project = join(folder, 'own.aifp');
    await run('new', project, '--template', 'b200-1mw');
    const before = readFileSync(project);
    await run('import', 'model', fixture('02-nemotron-super-49b-nas'));
    expect(readFileSync(project).equals(before)).toBe(true);
    for (const suffix of ['', '-2']) {
      const kept = await run('import', 'model', fixture('02-nemotron-super-49b-nas'), '--into',
        project, '--name', 'Super');
      expect([kept.exit, kept.err.trim()]).toEqual([0, `kept in ${project} as own-super${suffix}`]);
    }
    const assumptions = await run('assumptions', project, '--json');
    expect(assumptions.out).toMatch(/02-nemotron-super-49b-nas\.json, SHA-256 [0-9a-f]{64}/);
    const plan = await run('plan', project, '--set', 'traffic.chat.model=own-super', '--json');
    expect(plan.err).not.toContain('there is no');
    expect(plan.out).toContain('headline');
    const check = await run('check', project, '--json');
    expect(JSON.parse(check.out)).toMatchObject({ ok: true,
      contents: { records: { customModel: 2 } } });
  });

  it('predicts with a configuration as with the catalogue’s entry of it', async () => {
    const asked = ['--system', 'b200_sxm', '--precision', 'fp8', '--isl', '8192', '--osl', '1024',
      '--framework', 'vllm', '--model-only', '--json', '--tp', '8', '--concurrency', '32'];
    const known = await run('predict', '--model', 'deepseek-v3.2', ...asked);
    const own = await run('predict', '--config', fixture('06-deepseek-v3.2-sparse'), ...asked);
    const speed = (text: string): number =>
      (JSON.parse(text) as { outputTokPerSecPerAccelerator: number }).outputTokPerSecPerAccelerator;
    expect(speed(own.out) / speed(known.out)).toBeCloseTo(1, 6);
    const both = await run('predict', '--config', fixture('06-deepseek-v3.2-sparse'), '--model',
      'deepseek-r1', ...asked);
    expect([both.exit, both.err]).toEqual([2, expect.stringContaining('give one of them')]);
    const broken = await run('predict', '--config', fileOf('bad.json', '{'), ...asked);
    expect([broken.exit, broken.err]).toEqual([2, expect.stringContaining('line 1')]);
  });

  it('predicts weights in integers of four bits, which differ from fp4', async () => {
    const asked = ['--model', 'llama-3.1-70b', '--system', 'b200_sxm', '--isl', '1024', '--osl',
      '1024', '--framework', 'vllm', '--model-only', '--json', '--tp', '1', '--concurrency', '1'];
    const speed = async (precision: string): Promise<number> => {
      const { out } = await run('predict', '--precision', precision, ...asked);
      return (JSON.parse(out) as { tokPerSecPerUser: number }).tokPerSecPerUser;
    };
    const [int4, fp4, bf16] = [await speed('int4'), await speed('fp4'), await speed('bf16')];
    // At one user weights are what takes time: a quarter of them, read as slowly as before.
    expect(int4 / bf16).toBeGreaterThan(2);
    expect(int4).not.toBe(fp4);
  });
});
