import { textOf } from '../../../shared/import/bytes/decode.ts';
import { readDevices } from '../../../shared/import/device/read-devices.ts';
import type { PlacedDevice, ReadDefinition, ReadDevices } from '../../../shared/import/device/types.ts';
import { keepDefinitions } from '../../../shared/plan/entries/definition-values.ts';
import {
  explainInventory, homeOf, placeInventory,
} from '../../../shared/plan/entries/inventory.ts';
import { sourceOf } from '../../../shared/plan/entries/own-models.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { ok, refuse, type Result } from '../../../shared/units/result.ts';
import { noteText } from '../../../shared/import/report.ts';
import { optionOf, type Args } from '../args.ts';
import { sha256Of } from '../file-hash.ts';
import type { ImportAnswer, ImportFile, ImportKind, NewRecord } from '../import-kind.ts';
import { exitCodes } from '../output.ts';
import { notUnderstood, reportJson, reportLines } from '../report-lines.ts';

function definitionJson({ definition, powerW, reserve, supply }: ReadDefinition) {
  const { kind, line } = definition;
  if (kind === 'rack') return { kind, line, name: `${definition.rack.manufacturer} ${definition.rack.model}`,
    powerW: null, ports: null, units: definition.rack.heightU, ...definition.rack };
  const type = kind === 'device' ? definition.device : definition.module;
  return { kind, line, name: `${type.manufacturer} ${type.model}`, powerW, reserve,
    powerAllPortsW: supply?.allW ?? null, powerHalfW: supply?.halfW ?? null,
    ports: { ...type.ports, power: type.powerPorts.length },
    units: kind === 'device' ? definition.device.heightU : null, partNumber: type.partNumber,
    weightKg: type.weightKg };
}

const jsonOf = (value: ReadDevices): object => {
  if (value.kind === 'inventory')
    return { kind: 'inventory', powerW: null, ports: null, units: null, devices: value.devices };
  const all = value.definitions.map(definitionJson);
  return all.length === 1 ? { ...all[0] } : { ...all[0], definitions: all };
};

/** Devices of an inventory as entries of the racks of a group, network or storage. */
function inventoryRecords(
  devices: readonly PlacedDevice[], document: ProjectDocument, scenarioId: string, args: Args,
): Result<readonly NewRecord[], string> {
  const inputs = resolveScenario(document, scenarioId);
  if (!inputs.ok) return refuse('the scenario cannot be read');
  const placed = placeInventory(devices, optionOf(args, 'where') ?? null, homeOf(inputs.value));
  if (placed.ok) return placed;
  const reason = explainInventory(placed.error);
  return refuse(placed.error.code === 'place' ? `${reason}, with --where` : reason);
}

function definitionRecords(
  definitions: readonly ReadDefinition[], reserve: number | null, source: string,
): Result<readonly NewRecord[], string> {
  const asked = definitions.find(({ supply, powerW }) => supply !== null && powerW === null);
  if (asked !== undefined && reserve === null)
    return refuse(`say --reserve N: its ${asked.supply?.supplies ?? 0} supplies are alike, and how many stand in reserve is not in the file`);
  const kept = keepDefinitions(definitions.map(({ definition }) => definition), reserve ?? 'half');
  if (!kept.ok) return refuse(kept.error.map(({ line, detail }) => `line ${line}: ${detail}`).join('; '));
  return kept.value.length === 0 ? refuse('a module type is part of a device; nothing in a project holds one')
    : ok(kept.value.map(({ kind, key, values }) =>
      ({ kind, key, values, notes: { slug: { source } } })));
}

const runFor = (wanted: 'device' | 'rack') => (file: ImportFile, args: Args): ImportAnswer => {
  const word = optionOf(args, 'reserve');
  const reserve = word === undefined ? null : Number(word);
  if (reserve !== null && !(Number.isInteger(reserve) && reserve >= 0))
    return refuse({ exit: exitCodes.usage,
      text: `--reserve: expected a whole number from 0, got "${word ?? ''}"` });
  const bytes = file.bytes();
  if (!bytes.ok) return bytes;
  const read = readDevices(textOf(bytes.value), reserve);
  if (!read.ok) return refuse(notUnderstood(read.error));
  const { value, report } = read.value;
  const other = value.kind === 'definitions' ? value.definitions.find(({ definition }) =>
    (definition.kind === 'rack') !== (wanted === 'rack')) : undefined;
  if (other !== undefined || (value.kind === 'inventory' && wanted === 'rack'))
    return refuse({ line: other?.definition.line ?? 1,
      reason: `this is no ${wanted} type; read it with: import ${wanted === 'rack' ? 'device' : 'rack'}` });
  return ok({
    json: { ...jsonOf(value), ...reportJson(report), notes: [...report.leftOut,
      ...report.notes].map(noteText),
      source: { file: file.name, sha256: sha256Of(bytes.value) } },
    lines: reportLines(report),
    records: (document, scenarioId) => (value.kind === 'inventory'
      ? inventoryRecords(value.devices, document, scenarioId, args)
      : definitionRecords(value.definitions, reserve, sourceOf(file.name, bytes.value))),
  });
};

/** NetBox device and module types, or an export of its devices. */
export const importDevice: ImportKind = {
  kind: 'device', summary: 'a NetBox device or module type, or its export of devices',
  options: ['reserve', 'where'], run: runFor('device'),
};

/** NetBox rack types. */
export const importRack: ImportKind = { kind: 'rack', summary: 'a NetBox rack type', run: runFor('rack') };
