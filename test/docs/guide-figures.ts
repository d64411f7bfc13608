import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { firstAnswers, type StartAnswers } from '../../shared/project/guided-start.ts';
import { fieldOf, kindNames } from '../../shared/project/kinds.ts';
import { setByPath } from '../../shared/project/path.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { baseScenario, documentOf, findTemplate } from '../../shared/project/templates.ts';
import { findWorkload } from '../../shared/project/templates/workloads.ts';
import { ownerBreakEvens } from '../../shared/search/break-even.ts';
import { startProject } from '../../shared/search/start.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { plainPrint } from '../../shared/units/print.ts';

/** A figure a page quotes, and where the program has it. */
export interface Quoted {
  readonly printed: string;
  /** The words after `figure:`: a plan, options of the command line, the figure's key. */
  readonly words: readonly string[];
}

const marker = /\*\*([^*]+)\*\*<!-- figure: ([^>]*?) -->/gu;

/**
 * Figures a page marks as quoted.
 * @example quotedIn('**2**<!-- figure: a b -->') // [{ printed: '2', words: ['a', 'b'] }]
 */
export const quotedIn = (page: string): readonly Quoted[] =>
  [...page.matchAll(marker)].map(([, printed = '', words = '']) =>
    ({ printed, words: [...words.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, a, b]) => a ?? b ?? '') }));

/** Amounts of money and shares that stand in a page without saying where they are from. */
export const unmarkedIn = (page: string): readonly string[] =>
  page.replaceAll(marker, '').replaceAll(/```[\s\S]*?```|`[^`]*`/gu, '')
    .match(/[−-]?\$\d[\d.,]*|\d[\d.]* ?%/gu) ?? [];

/** The request on the consultant's page, as `aifp start` reads it. */
const texas: StartAnswers = {
  ...firstAnswers, client: 'Client X', site: 'dallas', utilityMw: 20, ownership: 'colo',
  systems: ['gb300_nvl72', 'gb200_nvl72', 'dgx_b200', 'dgx_h200', 'mi355x_8'],
  workloads: ['chat', 'reasoning'].map((preset) => ({ preset, powerShare: 0.5,
    tokensPerDay: null, model: findWorkload(preset)?.model ?? '' })),
};

const measured = loadMeasuredPoints();
const planner = createPlanner(builtInCatalog, measured);

function projectOf(name: string): ProjectDocument {
  const made = name === 'start:texas'
    ? startProject(texas, { catalog: builtInCatalog, points: measured }, planner) : null;
  const template = made === null ? findTemplate(name) : made.ok ? made.value : undefined;
  if (template === undefined) throw new Error(`there is no plan ${name}`);
  return documentOf(template.records);
}

interface Asked {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
}

/** The project with what the options lay over it. */
function readOptions(name: string, options: readonly string[]): Asked {
  let document = projectOf(name);
  const scenarios = listScenarios(document);
  const at = options.indexOf('--scenario');
  const scenarioId = at < 0 ? baseScenario
    : scenarios.find((each) => each.name === options[at + 1])?.id;
  if (scenarioId === undefined) throw new Error(`no scenario ${options[at + 1] ?? ''}`);
  for (const [place, word] of options.entries()) {
    if (word !== '--set') continue;
    const [path = '', value = ''] = (options[place + 1] ?? '').split('=');
    const set = setByPath(document, scenarioId, path, value);
    if (!set.ok) throw new Error(`${path}: ${set.error.code}`);
    document = set.value;
  }
  return { document, scenarioId };
}

const plans = new Map<string, { readonly asked: Asked; readonly plan: Plan }>();

function planFor(name: string, options: readonly string[]) {
  const key = [name, ...options].join(' ');
  const known = plans.get(key);
  if (known !== undefined) return known;
  const asked = readOptions(name, options);
  const plan = planner.evaluate(asked.document, asked.scenarioId);
  if (!plan.ok) throw new Error(`${key}: ${plan.error.code}`);
  const made = { asked, plan: plan.value };
  plans.set(key, made);
  return made;
}

const print = { ...plainPrint, digits: 'three' } as const;

/** An input in use, as it reads on screen. */
function printInput(plan: Plan, path: string): string {
  const [kind = '', key = ''] = path.split('.');
  const known = kindNames.find((each) => each === kind);
  const field = known === undefined ? undefined : fieldOf(known, key);
  const values = (plan.inputs as unknown as
    Readonly<Record<string, { readonly values: Readonly<Record<string, unknown>> }>>)[kind]?.values;
  const value = values?.[key];
  if (field?.type !== 'number' || typeof value !== 'number')
    throw new Error(`${path} is no number`);
  // Inputs show what was entered and no digit more.
  return formatQuantity(value, field.unit, print).replace(/\.0+(?= )/u, '');
}

const breakEvenUnits = { utilisation: 'fraction', priceMultiple: 'ratio',
  electricityUsdPerKwh: 'USD/kWh', declinePerYear: 'fraction/year' } as const;

function printBreakEven({ document, scenarioId }: Asked, key: string): string {
  const found = ownerBreakEvens(planner, document, scenarioId);
  const metric = Object.keys(breakEvenUnits).find((each) => each === key) as
    keyof typeof breakEvenUnits | undefined;
  if (metric === undefined || found === null) throw new Error(`no break-even ${key}`);
  return formatQuantity(found[metric].value, breakEvenUnits[metric], print);
}

/** What the program prints for a quoted figure now. */
export function printNow({ words }: Quoted): string {
  const [name = ''] = words;
  const key = words.at(-1) ?? '';
  const { asked, plan } = planFor(name, words.slice(1, -1));
  const [type, rest = ''] = key.split(/[:.](.*)/u);
  if (type === 'input') return printInput(plan, rest);
  if (type === 'breakEven') return printBreakEven(asked, rest);
  const figure = plan.figures[key];
  if (figure === undefined) throw new Error(`no figure ${key}`);
  return formatQuantity(figure.value, figure.unit, print).replace(/ (?:accelerators|racks)$/u, '');
}
