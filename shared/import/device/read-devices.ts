import type { YamlProblem } from '../../facility/devices/checked-yaml.ts';
import { parseDefinitions, type Definition } from '../../facility/devices/device-types.ts';
import { powerWith, supplyPower } from '../../facility/devices/supplies.ts';
import { ok, refuse } from '../../units/result.ts';
import {
  counted, groupDigits, note, problem, type ImportOutcome, type ImportReport, type Note,
} from '../report.ts';
import { isInventory, readInventory } from './inventory.ts';
import type { ReadDefinition, ReadDevices } from './types.ts';

const watts = (value: number): string => `${groupDigits(value)} W`;

/** Two supplies that are alike are one and one; more of them have to be asked about. */
const assumedFor = 2;

const portsOf = (definition: Definition) => (definition.kind === 'device' ? definition.device
  : definition.kind === 'module' ? definition.module : null);

function readDefinition(definition: Definition, reserve: number | null): ReadDefinition {
  const ports = portsOf(definition);
  const supply = ports === null ? null : supplyPower(ports);
  if (ports === null || supply === null) return { definition, supply, powerW: null, reserve };
  if (reserve !== null)
    return { definition, supply, powerW: powerWith(ports, reserve), reserve };
  if (supply.halfW === null) return { definition, supply, powerW: supply.allW, reserve: 0 };
  return supply.supplies === assumedFor
    ? { definition, supply, powerW: supply.halfW, reserve: supply.usualReserve }
    : { definition, supply, powerW: null, reserve: null };
}

const titleOf = (definition: Definition): string => {
  const named = definition.kind === 'rack' ? definition.rack : portsOf(definition);
  return `${named?.manufacturer ?? ''} ${named?.model ?? ''}`.trim();
};

/** What is to be said of a device's supplies. */
function supplyNotes({ definition, supply, powerW, reserve }: ReadDefinition): readonly Note[] {
  const { line } = definition;
  const ports = portsOf(definition);
  if (ports === null || ports.powerPorts.length === 0) return [];
  if (supply === null) return [note('no-draw',
    'not every power port states its draw: no power is added up', { line })];
  if (supply.halfW === null) return supply.supplies < 2
    || reserve !== 0 ? [] : [note('supplies-differ',
    `${supply.supplies} supplies that differ are added up; if they back each other up, say --reserve N`,
    { line })];
  const both = `${watts(supply.halfW)} with n + n, ${watts(supply.allW)} if all ${supply.supplies} supplies carry load`;
  if (powerW === null) return [note('reserve-asked',
    `${supply.supplies} supplies that are alike back each other up: ${both}; say --reserve N`, { line })];
  return [note(reserve === 0 ? 'reserve-none' : 'reserve',
    `${reserve ?? 0} of ${supply.supplies} supplies in reserve: ${both}`, { line })];
}

function definitionNotes(read: ReadDefinition): readonly Note[] {
  const { definition } = read;
  const { line, expanded } = definition;
  return [...supplyNotes(read),
    ...(definition.kind === 'module' ? [note('module',
      'a module type: part of a device, with no place in a rack of its own', { line })] : []),
    ...(expanded === 0 ? []
      : [note('aliases',
        `${counted(expanded, 'alias')} replaced by what they stand for`.replace('aliass', 'aliases'),
          { line, count: expanded })])];
}

function definitionLine({ definition, powerW }: ReadDefinition): string {
  const kind = `${definition.kind} type ${titleOf(definition)}`;
  if (definition.kind === 'rack') return `${kind}, ${definition.rack.heightU} U`;
  const height = definition.kind === 'device' ? `, ${definition.device.heightU} U` : '';
  return `${kind}${height}, ${powerW === null ? 'power not known' : watts(powerW)}`;
}

const cutNote = (text: string): readonly Note[] => (text.endsWith('\n') ? [] : [note('no-line-end',
  'the last line has no line end: the file may have been cut short')]);

function reportOf(read: readonly ReadDefinition[], text: string): ImportReport {
  return {
    format: 'NetBox type library (YAML)',
    read: read.map((each) => note('definition', definitionLine(each), { line: each.definition.line })),
    repaired: [],
    leftOut: read.flatMap(({ definition }) => definition.ignored.map(({ line, at }) =>
      note('unknown-key', `${at} is no key of NetBox`, { line }))),
    notes: [...read.flatMap(definitionNotes), ...cutNote(text)],
  };
}

const yamlProblem = ({ code, line, at, detail }: YamlProblem) =>
  problem(code, at === '' ? detail : `${at}: ${detail}`, line);

/**
 * NetBox device, module and rack types, or a CSV export of its devices.
 * @param reserve supplies of each device that stand in reserve, where somebody says so
 * @example readDevices('manufacturer: A\nmodel: B\nslug: a-b\n', null).ok // true
 */
export function readDevices(text: string, reserve: number | null): ImportOutcome<ReadDevices> {
  if (text.trim() === '') return refuse([problem('empty', 'the file holds nothing')]);
  if (isInventory(text)) return readInventory(text);
  const parsed = parseDefinitions(text);
  if (!parsed.ok) return refuse(parsed.error.map(yamlProblem));
  const definitions = parsed.value.map((definition) => readDefinition(definition, reserve));
  const none = definitions.find(({ powerW, supply }) => reserve !== null && supply !== null
    && powerW === null);
  if (none !== undefined) return refuse([problem('reserve',
    `${titleOf(none.definition)} has ${none.supply?.supplies ?? 0} supplies; fewer can be in reserve`,
      none.definition.line)]);
  return ok({ value: { kind: 'definitions', definitions }, report: reportOf(definitions, text) });
}
