import { describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';

interface Printed {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: readonly string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const exit = await runCli(argv,
    { out: (text) => { out += `${text}\n`; }, err: (text) => { err += `${text}\n`; } });
  return { exit, out, err };
}

interface Traced {
  readonly figure: string;
  readonly value: number;
  readonly inputs: readonly { readonly path: string; readonly value: unknown }[];
}

async function trace(...argv: readonly string[]): Promise<Traced> {
  return JSON.parse((await run('trace', ...argv, '--json')).out) as Traced;
}

const pathsOf = ({ inputs }: Traced): readonly string[] => inputs.map(({ path }) => path);

describe('trace', () => {
  it('names what energy and NPV rest on, also where no formula says so', async () => {
    expect(pathsOf(await trace('gb300-100mw', 'headline.energyUsd')))
      .toContain('demand.utilisation');
    expect(pathsOf(await trace('gb300-100mw', 'headline.npvUsd'))).toEqual(
      expect.arrayContaining(['demand.growth', 'rackGroup.reasoning.startMonth']));
  });

  it('shows the value that a change gives, and the input with it', async () => {
    const before = await trace('b200-1mw', 'headline.energyUsd');
    const after =
      await trace('b200-1mw', 'headline.energyUsd', '--set', 'demand.utilisation=0.2');
    expect(after.value).toBeLessThan(before.value);
    expect(after.inputs).toContainEqual(
      expect.objectContaining({ path: 'demand.utilisation', value: 0.2 }));
  });

  it('says which figure was meant, and where all are listed', async () => {
    const suffix = await run('trace', 'b200-1mw', 'npvUsd');
    expect(suffix).toMatchObject({ out: '', err: 'there is no figure npvUsd; '
      + 'did you mean headline.npvUsd? `aifp figures` lists them all\n' });
    expect(suffix.exit).not.toBe(0);
    expect((await run('trace', 'b200-1mw', 'xx.yy')).err)
      .toBe('there is no figure xx.yy; `aifp figures` lists them all\n');
  });
});

describe('figures', () => {
  it('lists each declared figure with its unit, definition and formula', async () => {
    const { out } = await run('figures', '--json');
    const figures = JSON.parse(out) as readonly Readonly<Record<string, string>>[];
    expect(figures).toContainEqual(
      expect.objectContaining({ key: 'headline.npvUsd', unit: 'USD' }));
    for (const { key, label, unit, definition, formula } of figures) {
      expect({ key, told: [label, unit, definition, formula].every((text) => text !== '') })
        .toEqual({ key, told: true });
    }
  });
});
