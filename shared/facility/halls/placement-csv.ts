import type { PlacedRack, RackSpec } from './placement-types.ts';

/** What NetBox must know of a group that the placement does not say. */
export interface RackExport {
  readonly site: string;
  /** NetBox role by kind of rack; default the kind itself. */
  readonly roles?: Readonly<Partial<Record<RackSpec['kind'], string>>>;
  /** Rail to rail, inches: 10, 19, 21 or 23; default 19. */
  readonly widthIn?: 10 | 19 | 21 | 23;
  /** Units of the racks that servers stand in; default 42. */
  readonly rackHeightU?: number;
}

/** Columns of NetBox's rack import; site, name, status and width must be there. */
const columns = [
  'site', 'location', 'name', 'facility_id', 'status', 'role', 'width', 'u_height', 'comments',
] as const;

/** Height NetBox gives a rack without one. */
const usualHeightU = 42;

/**
 * A cell of a CSV file that no spreadsheet runs: text that begins like a formula gets an
 * apostrophe in front.
 * @example csvCell('=1+1') // "'=1+1"
 */
export function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replaceAll('\0', '');
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The placement as CSV that NetBox's rack import reads: one line per rack, location =
 * hall, facility id = hall, row and position; site, halls and roles must exist in NetBox,
 * as its import demands. Power, weight and heat stand in the comments, for NetBox has no
 * column for them.
 * @param specs groups of the placed racks
 * @returns lines ended by CRLF (RFC 4180), header first, in the order of the placement
 * @throws RangeError naming a placed rack whose group is not among the specs
 * @example exportRacks([], [], { site: 'Phoenix' }).slice(0, 18) // 'site,location,name'
 */
export function exportRacks(
  placed: readonly PlacedRack[], specs: readonly RackSpec[],
  { site, roles = {}, widthIn = 19, rackHeightU = usualHeightU }: RackExport,
): string {
  const byKey = new Map(specs.map((s) => [s.key, s]));
  const rows = placed.map((rack) => {
    const spec = byKey.get(rack.key);
    if (spec === undefined) throw new RangeError(`rack ${rack.rack} belongs to no group`);
    const weight = spec.weightKg === null ? 'weight unknown' : `${spec.weightKg} kg`;
    const liquid = Math.round(spec.liquidFraction * 100);
    return [
      site, rack.hall, rack.rack, `${rack.hall}/${rack.row}/${rack.position}`,
      rack.byHand ? 'reserved' : 'planned', roles[spec.kind] ?? spec.kind, widthIn,
      Math.ceil(Math.max(rackHeightU, spec.heightU ?? rackHeightU)),
      `${Number(spec.kw.toFixed(3))} kW; ${liquid} % liquid; ${weight}`,
    ];
  });
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
