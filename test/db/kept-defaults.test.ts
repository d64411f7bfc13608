import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { addressOf } from '../../shared/project/path.ts';
import { openForTest, temporaryFolder } from './support.ts';

// Files of one worker share their modules: the edited ones end with this file.
afterAll(() => { vi.resetModules(); });

const folder = fileURLToPath(new URL('../fixtures/projects/defaults-1/', import.meta.url));
const names = ['b200-1mw', 'gb300-100mw'] as const;

function copyOf(name: string): string {
  const path = join(temporaryFolder(), `${name}.aifp`);
  copyFileSync(join(folder, `${name}.aifp`), path);
  return path;
}

const recorded = (name: string) =>
  JSON.parse(
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  ) as Readonly<Record<string, unknown>>;

/**
 * The program as it is loaded, with modules of its own: its tables may be edited as one
 * edits the code.
 */
async function loadProgram() {
  vi.resetModules();
  const [kinds, history, plan, catalog, newer, templates] = await Promise.all([
    import('../../shared/project/kinds.ts'),
    import('../../shared/project/defaults-history.ts'), import('../../shared/plan.ts'),
    import('../../shared/catalog/catalog.ts'),
    import('../../shared/project/newer-defaults.ts'),
    import('../../shared/project/templates.ts'),
  ]);
  return { ...kinds, ...history, ...plan, ...catalog, ...newer, ...templates };
}
type Program = Awaited<ReturnType<typeof loadProgram>>;
type Document = Parameters<Program['evaluatePlan']>[0];

function answerOf({ evaluatePlan, builtInCatalog }: Program, document: Document) {
  const plan = evaluatePlan(document, 'base', builtInCatalog);
  if (!plan.ok) throw new Error(plan.error.code);
  const { figures, inputsInUse } = plan.value;
  return {
    npvUsd: figures['headline.npvUsd']?.value ?? null,
    costPerMTokUsd: figures['headline.costPerMTokUsd']?.value ?? null,
    rate: inputsInUse.find(({ path }) => path === 'finance.discountRate'),
  };
}

/** Changes a default as a later version would: in its table, with a line in the history. */
function changeDefault({ fieldOf, defaultsHistory, latestDefaults }: Program): void {
  const field = fieldOf('finance', 'discountRate');
  if (field?.type !== 'number' || field.default === null)
    throw new Error('no default to change');
  const { default: before, source, evidence } = field;
  const release = { version: `${Number(latestDefaults) + 1}`, date: '2027-01-10', changes: [
    { path: 'finance.discountRate', why: 'Rates rose',
      before: { default: before, source, evidence } },
  ] };
  Object.assign(field,
    { default: before + 0.03, source: 'A later survey', evidence: 'analyst' });
  Object.assign(defaultsHistory, { [defaultsHistory.length]: release });
}

describe.each(names)('a project made before defaults had versions, %s,', (name) => {
  test('computes with every value it was made with', async () => {
    const { evaluatePlan, builtInCatalog } = await loadProgram();
    const plan = evaluatePlan(openForTest(copyOf(name)).document(), 'base', builtInCatalog);
    if (!plan.ok) throw new Error(plan.error.code);
    const values = new Map(plan.value.inputsInUse.map(({ path, value }) => [path, value]));
    // Fields that went with a later version cannot be compared; those that were renamed
    // change the record too.
    const known = Object.entries(recorded(name)).filter(([path]) => addressOf(path) !== null);
    expect(known.length).toBeGreaterThan(250);
    expect(Object.fromEntries(known.map(([path]) => [path, values.get(path)])))
      .toEqual(Object.fromEntries(known));
  });
});

test('a default that changes in the code moves new projects only, until a person takes it', async () => {
  const { document } = openForTest(copyOf('b200-1mw'));
  const now = await loadProgram();
  const before = answerOf(now, document());
  expect(before.npvUsd).not.toBeNull();
  const later = await loadProgram();
  changeDefault(later);
  expect(answerOf(later, document())).toEqual(before);
  // Made by a program that had every version but the last.
  const made = later.documentOf(later.findTemplate('b200-1mw')?.records ?? []);
  const asMade = answerOf(now, made);
  expect(asMade.npvUsd).not.toBeNull();
  expect(answerOf(later, made)).toEqual(asMade);
  const project = made['document:project:project'];
  if (project === undefined) throw new Error('no project');
  const taken = { ...made, [project.id]: { ...project,
    body: {
      values: { ...project.body.values,
        ...later.takeDefaults({ defaultsVersion: later.latestDefaults, newerDefaults: '' },
          ['finance.discountRate']) },
    } } };
  const after = answerOf(later, taken);
  expect(after.rate)
    .toMatchObject({ changed: false, source: 'A later survey', evidence: 'analyst' });
  expect(after.npvUsd).toBeLessThan(asMade.npvUsd ?? 0);
});
