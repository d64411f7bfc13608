import { ok, refuse } from '../../units/result.ts';
import { separatorOf, splitCells } from '../load/cells.ts';
import { counted, note, problem, type ImportOutcome, type ImportProblem,
  type Note } from '../report.ts';
import type { PlacedDevice, ReadDevices } from './types.ts';

/** Columns of NetBox's own export and of its table export, by their names without marks. */
const columns: Readonly<Record<Exclude<keyof PlacedDevice, 'line'>, RegExp>> = {
  name: /^name$/u, role: /^(devicerole|role)$/u, manufacturer: /^manufacturer$/u,
  deviceType: /^(devicetype|type)$/u, status: /^status$/u, site: /^site$/u, rack: /^rack$/u,
  position: /^position(u)?$/u, face: /^(face|rackface)$/u,
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/gu, '');

/** Whether a text looks like a CSV export of devices. */
export function isInventory(text: string): boolean {
  const [first = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const separator = separatorOf(first);
  const names = separator === null ? [] : splitCells(first, separator).map(plain);
  return names.some((name) => columns.deviceType.test(name)) && names.includes('rack');
}

/** Devices that are not in use. */
const unused = /^(offline|inventory|decommissioning|failed)$/iu;

interface Read {
  readonly devices: PlacedDevice[];
  readonly problems: ImportProblem[];
  short: number;
  shortLine: number;
}

function readRow(cells: readonly string[], line: number, at: ReadonlyMap<string, number>, into: Read): void {
  const cell = (key: string): string => cells[at.get(key) ?? -1] ?? '';
  if (cell('deviceType') === '') {
    into.short += 1;
    if (into.shortLine === 0) into.shortLine = line;
    return;
  }
  const position = cell('position');
  const unit = position === '' ? null : Number(position.replace(/^u/iu, ''));
  if (unit !== null && !(unit >= 0.5 && unit <= 100)) {
    into.problems.push(problem('bad-position', `“${position}” is no position in a rack`, line));
    return;
  }
  into.devices.push({ line, name: cell('name'), role: cell('role'), manufacturer: cell('manufacturer'),
    deviceType: cell('deviceType'), status: cell('status'), site: cell('site'), rack: cell('rack'),
    position: unit, face: cell('face') });
}

/** Lines behind the header; comments in quotes may run over several. */
function rowsOf(lines: readonly string[]): readonly { readonly row: string; readonly line: number }[] {
  const rows: { row: string; line: number }[] = [];
  let isOpen = false;
  lines.slice(1).forEach((text, i) => {
    const last = rows.at(-1);
    if (isOpen && last !== undefined) last.row += `\n${text}`;
    else rows.push({ row: text, line: i + 2 });
    if ((text.split('"').length - 1) % 2 === 1) isOpen = !isOpen;
  });
  return rows;
}

/** Devices that another of the list repeats: its name at the same site, or its very place. */
function repeatNotes(devices: readonly PlacedDevice[]): readonly Note[] {
  const placeOf = ({ site, rack, position, face }: PlacedDevice): string =>
    (position === null || rack === '' ? '' : [site, rack, position, face].join('/'));
  const said = (code: string, of: (device: PlacedDevice) => string,
    what: string): readonly Note[] => {
    const seen = new Set<string>();
    const again = devices.filter((device) => {
      const key = of(device);
      if (key === '' || !seen.has(key)) {
        seen.add(key);
        return false;
      }
      return true;
    });
    const [first] = again;
    return first === undefined ? [] : [note(code,
      `${counted(again.length, 'device')} ${what}; all are counted`,
      { count: again.length, line: first.line, share: again.length / devices.length })];
  };
  return [...said('same-name', ({ name, site }) => (name === '' ? '' : `${site}/${name}`),
    'with the name of another at its site'),
  ...said('same-place', placeOf, 'in the place of another')];
}

/** A CSV export of NetBox's devices. */
export function readInventory(text: string): ImportOutcome<ReadDevices> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const [first = ''] = lines;
  const separator = separatorOf(first) ?? ',';
  const names = splitCells(first, separator).map(plain);
  const at = new Map(Object.entries(columns).map(([key, pattern]) =>
    [key, names.findIndex((name) => pattern.test(name))] as const));
  const read: Read = { devices: [], problems: [], short: 0, shortLine: 0 };
  for (const { row, line } of rowsOf(lines))
    if (row.trim() !== '') readRow(splitCells(row, separator), line, at, read);
  if (read.problems.length > 0) return refuse(read.problems);
  if (read.devices.length === 0) return refuse([problem('empty', 'no device was found', 1)]);
  const used = read.devices.filter(({ status }) => !unused.test(status));
  const left = read.devices.length - used.length;
  const all = read.devices.length + read.short;
  const loose = used.filter(({ rack }) => rack === '').length;
  const racks = new Set(used.flatMap(({ rack, site }) => (rack === '' ? [] : [`${site} ${rack}`])));
  const types = new Map<string, number>();
  for (const { deviceType } of used) types.set(deviceType, (types.get(deviceType) ?? 0) + 1);
  return ok({ value: { kind: 'inventory', devices: used }, report: {
    format: 'NetBox devices (CSV)',
    read: [note('devices', `${counted(used.length, 'device')} in ${counted(racks.size, 'rack')}`,
      { count: used.length }),
      ...[...types].map(([type, count]) => note('type', `${count} × ${type}`, { count }))],
    repaired: [],
    leftOut: [...(left === 0 ? [] : [note('status', `${counted(left, 'device')} not in use left out`,
      { count: left, share: left / all })]),
      ...(read.short === 0 ? []
        : [note('no-type', `${counted(read.short, 'line')} without a device type left out`,
          { count: read.short, line: read.shortLine, share: read.short / all })])],
    notes: [...(loose === 0 ? [] : [note('no-rack', `${counted(loose, 'device')} stand in no rack`,
      { count: loose, share: loose / all })]),
      ...repeatNotes(used),
      note('no-power', 'the export states no power: the types of its devices do'),
      ...(/\n\s*$/u.test(text) ? []
        : [note('no-line-end', 'the last line has no line end: the file may have been cut short')])],
  } });
}
