import { describe, expect, it } from 'vitest';
import { listOptions } from '../../../renderer/state/references.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { baseDocument } from '../support.ts';

const inputs = resolveScenario(baseDocument(), 'base');
if (!inputs.ok) throw new Error('no scenario');
const models = listOptions('models', inputs.value);
const noteOf = (id: string): string => models.find(({ value }) => value === id)?.note ?? '';

describe('models to choose from', () => {
  it('say which ones their maker no longer serves, and since when', () => {
    // api-docs.deepseek.com: names of R1 retired after 2026-07-24
    expect(noteOf('deepseek-r1')).toMatch(/retired 2026-07-24$/u);
    expect(noteOf('kimi-k2.5')).toMatch(/superseded 2026-08-06$/u);
  });
  it('say nothing of it where the model is served or nothing is known', () => {
    expect(noteOf('kimi-k3')).not.toMatch(/retired|superseded/u);
    expect(noteOf('llama-3.1-8b')).not.toMatch(/retired|superseded/u);
  });
});
