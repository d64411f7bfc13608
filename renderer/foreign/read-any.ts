import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { RecordBody } from '../../shared/project/record.ts';
import type { KindName } from '../../shared/project/kinds.ts';
import { headText, textOf } from '../../shared/import/bytes/decode.ts';
import { recogniseKind, type FileKind } from '../../shared/import/kind.ts';
import type { ImportContext } from '../../shared/import/benchmark/context.ts';
import type { PlacedDevice } from '../../shared/import/device/types.ts';
import type { LoadOptions } from '../../shared/import/load/types.ts';
import {
  note, noteText, problem, type ImportProblem, type ImportReport,
} from '../../shared/import/report.ts';
import type { ModelReport } from '../../shared/inference/import/models/report.ts';
import { modelRows } from '../../shared/inference/import/models/words.ts';
import type { InventoryHome } from '../../shared/plan/entries/inventory.ts';
import type { LoadTarget } from '../../shared/plan/entries/load-curve.ts';
import type { OwnModels } from '../../shared/plan/entries/own-models.ts';

/** What a person says of a dropped file. */
export interface SaidOfFile {
  /** Class whose demand a load file is. */
  readonly traffic: LoadTarget | null;
  readonly load: LoadOptions;
  /** Supplies in reserve in each device; null where nobody said. */
  readonly reserve: number | null;
  readonly siteLatitude: number | null;
  /** Capacity of the utility connection, kW: which tiers of a tariff it reaches. */
  readonly utilityKw: number | null;
  /** Which of several tariffs, from 1; null where nobody said. */
  readonly item: number | null;
  /** Longest context of a model whose file states none. */
  readonly context: number | null;
  /** The server a load generator measured and does not describe. */
  readonly server: ServerSaid | null;
  /** In which racks the devices of an inventory stand; null where nobody said. */
  readonly where: string | null;
  /** What an inventory is placed by; null without a scenario. */
  readonly home: InventoryHome | null;
  /** Models of the scenario, which may have been measured. */
  readonly own: OwnModels;
}

/** Facts of a server as a rack group has them. */
export type ServerSaid = Pick<ImportContext,
  'gpu' | 'model' | 'precision' | 'framework' | 'tp'
  | 'attentionDp' | 'ep' | 'speculative'>;

/** A record a file would become. */
export interface FileRecord {
  readonly kind: KindName;
  readonly key: string;
  readonly values: RecordBody['values'];
  /** Where a value is from, for kinds without an input that says so. */
  readonly notes?: NonNullable<RecordBody['notes']>;
}

/** What a file is and would become, or why nothing was read. */
export interface AnyRead {
  readonly kind: FileKind | null;
  readonly sha256: string;
  readonly report: ImportReport | null;
  readonly problems: readonly ImportProblem[];
  readonly records: readonly FileRecord[];
  /** Why what was read cannot be kept as it is. */
  readonly obstacle: string | null;
  /** The model of the catalogue that a configuration is of. */
  readonly builtIn: string | null;
  /** The file lists devices, which have to be given racks. */
  readonly isInventory: boolean;
}

export type Tell = (done: number, total: number) => void;

/** Files other than logs are held as a whole, bytes. */
const mostBytes = 64 * 1024 * 1024;
const headBytes = 256 * 1024;

type Part = Pick<AnyRead, 'report' | 'problems' | 'records' | 'obstacle'>
  & Partial<Pick<AnyRead, 'builtIn' | 'isInventory'>>;

const refused = (...problems: readonly ImportProblem[]): Part =>
  ({ report: null, problems, records: [], obstacle: null });

const keyOf = (name: string): string => name.toLowerCase().replace(/\.[a-z]+$/u, '')
  .replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '').slice(0, 40) || 'own';

/** Bytes of a file, piece by piece, with its hash. */
async function pieces(
  file: Blob, take: (piece: Uint8Array) => boolean, tell: Tell,
): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  let done = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    hash.update(next.value);
    done += next.value.length;
    tell(done, file.size);
    if (!take(next.value)) {
      await reader.cancel();
      break;
    }
  }
  return bytesToHex(hash.digest());
}

async function ofLoad(file: Blob, name: string, said: SaidOfFile,
  tell: Tell): Promise<Part & { readonly sha256: string }> {
  const { createLoadReader } = await import('../../shared/import/load/read-load.ts');
  const { loadValues } = await import('../../shared/plan/entries/load-curve.ts');
  const reader = createLoadReader(said.load);
  const hash = await pieces(file, (piece) => {
    reader.push(piece);
    return !reader.isFull();
  }, tell);
  const read = reader.end();
  if (!read.ok) return { ...refused(...read.error), sha256: hash };
  const { value, report } = read.value;
  const { traffic } = said;
  const records: readonly FileRecord[] = traffic === null ? []
    : [{ kind: 'loadSeries', key: 'load', values: loadValues(value, report, name, traffic, hash) }];
  return { report, problems: [], records, sha256: hash,
    obstacle: traffic === null ? 'The project has no traffic class whose demand this could be.' : null };
}

async function ofWeather(text: string, name: string, hash: string, said: SaidOfFile): Promise<Part> {
  const { parseWeather, weatherReport } = await import('../../shared/import/weather/read-weather.ts');
  const { climateValues } = await import('../../shared/plan/site/site-climate.ts');
  const read = parseWeather(text, said.siteLatitude === null ? {} : { siteLatitude: said.siteLatitude });
  if (!read.ok) return refused(problem(read.error.code, read.error.detail, read.error.line));
  const { place } = read.value;
  const report = weatherReport(read.value);
  const done = [...report.repaired, ...report.leftOut, ...report.notes].map(noteText);
  const origin = [`${name} (SHA-256 ${hash}): ${place.city}, ${place.country}`,
    ...done].join('; ');
  return { report, problems: [], obstacle: null,
    records: [{ kind: 'climate', key: 'climate', values: climateValues(read.value, origin) }] };
}

async function ofBenchmark(text: string, name: string, hash: string,
  { server, own }: SaidOfFile): Promise<Part> {
  const { importBenchmarks } = await import('../../shared/import/benchmark/benchmark.ts');
  const { nothingSaid } = await import('../../shared/import/benchmark/context.ts');
  const { builtInCatalog } = await import('../../shared/catalog/catalog.ts');
  const { splitPoints } = await import('../../shared/plan/entries/own-entries.ts');
  const { withOwnModels } = await import('../../shared/plan/entries/own-models.ts');
  const read = importBenchmarks(text, server === null ? nothingSaid
    : { ...nothingSaid, ...server, insists: true }, withOwnModels(builtInCatalog, own));
  if (!read.ok) return refused(...read.error);
  const { points } = read.value.value;
  const records = splitPoints(points).map((rows, i, all): FileRecord =>
    ({ kind: 'benchmark', key: keyOf(name),
    values: { name: (all.length > 1 ? `${name}, part ${i + 1}` : name).slice(0, 120),
      origin: `${name} (SHA-256 ${hash})`.slice(0, 400), rows } }));
  return { report: read.value.report, problems: [], records, obstacle: points.length > 0 ? null
    : 'No run of the file is a measured point by itself. Where the file does not name its server, say which rack group was measured.' };
}

async function ofInventory(devices: readonly PlacedDevice[],
  { where, home }: SaidOfFile): Promise<Pick<Part, 'records' | 'obstacle'>> {
  const { explainInventory, placeInventory } =
    await import('../../shared/plan/entries/inventory.ts');
  const placed = placeInventory(devices, where, home ?? { groups: [], deviceTypes: [] });
  if (placed.ok) return { records: placed.value, obstacle: null };
  const reason = explainInventory(placed.error);
  return { records: [], obstacle: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` };
}

async function ofDevices(text: string, source: string, said: SaidOfFile): Promise<Part> {
  const { readDevices } = await import('../../shared/import/device/read-devices.ts');
  const { keepDefinitions } = await import('../../shared/plan/entries/definition-values.ts');
  const read = readDevices(text, said.reserve);
  if (!read.ok) return refused(...read.error);
  const { value, report } = read.value;
  if (value.kind === 'inventory') return { report, problems: [], isInventory: true,
    ...await ofInventory(value.devices, said) };
  const asked = value.definitions.some(({ supply, powerW }) => supply !== null && powerW === null);
  const kept = keepDefinitions(value.definitions.map(({ definition }) => definition), said.reserve ?? 'half');
  if (!kept.ok) return refused(...kept.error.map(({ code, detail, line }) => problem(code, detail, line)));
  return { report, problems: [], 
    records: asked ? [] : kept.value.map((each) => ({ ...each, notes: { slug: { source } } })),
    obstacle: asked ? 'Say how many supplies of a device stand in reserve.'
      : kept.value.length === 0 ? 'A module type is part of a device and is not kept.' : null };
}

/** What a person sees of a model before taking it. */
function modelReport(found: ModelReport, builtIn: string | null): ImportReport {
  return { format: found.family, repaired: [],
    read: modelRows(found).map(([label, text]) => note(label, `${label}: ${text}`)),
    leftOut: found.notRead.map((key) => note('key', `${key} is not known and has no effect on sizes`)),
    notes: [
      ...(builtIn === null ? []
        : [note('built-in', `${builtIn} in the catalogue is the same model and has its measurements`)]),
      ...found.notices.map((text) => note('notice', text))] };
}

async function ofModel(text: string, name: string, source: string,
  said: SaidOfFile): Promise<Part> {
  const { readModelText } = await import('../../shared/plan/entries/own-models.ts');
  const { builtInCatalog } = await import('../../shared/catalog/catalog.ts');
  const read = readModelText(text, name, builtInCatalog,
    said.context === null ? {} : { context: said.context });
  if (!read.ok) return refused(problem(read.error.asksContext ? 'no-context' : 'config',
    read.error.reason, read.error.line ?? 0));
  const { report, config } = read.value;
  const known = report.builtIn === null ? null : builtInCatalog.models[report.builtIn]?.name ?? null;
  return { problems: [], report: modelReport(report, known), builtIn: report.builtIn,
    obstacle: config === null ? 'The configuration is longer than a record holds.' : null,
    records: config === null ? [] : [{ kind: 'customModel', key: `own-${keyOf(report.name)}`,
      values: { name: report.name.slice(0, 120), config }, notes: { config: { source } } }] };
}

async function ofTariff(text: string, source: string, { utilityKw,
  item }: SaidOfFile): Promise<Part> {
  const { readTariff } = await import('../../shared/import/tariff/urdb.ts');
  const { keepTariff, tariffSource } = await import('../../shared/import/tariff/keep.ts');
  const read = readTariff(text, item);
  if (!read.ok) return refused(...read.error);
  const { value, report } = read.value;
  if (utilityKw === null) return { report, problems: [], records: [],
    obstacle: 'The size of the utility connection is not known.' };
  const kept = keepTariff(value, utilityKw);
  if (!kept.ok) return { report, problems: [], records: [], obstacle: `${kept.error}.` };
  const { prices, schedule, notes, leftOut } = kept.value;
  const from = tariffSource(value, source);
  return { problems: [], obstacle: null,
    report: { ...report, leftOut: [...report.leftOut, ...leftOut], notes: [...notes,
      ...report.notes] },
    records: [{ kind: 'site', key: 'site', values: { ...prices },
      notes: Object.fromEntries(Object.keys(prices).map((key) => [key,
        { source: from }])) },
    { kind: 'tariff', key: 'tariff',
      values: { ...schedule, origin: from.slice(0, 400) },
      notes: { schedule: { source: from } } }] };
}

/** What a file of any kind is, by its content, and the records it would become. */
export async function readAny(
  { file, name, said }: { readonly file: Blob; readonly name: string; readonly said: SaidOfFile },
  tell: Tell,
): Promise<AnyRead> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const kind = recogniseKind(headText(head));
  const plain = { kind, builtIn: null, isInventory: false };
  if (kind === 'load') return { ...plain, ...await ofLoad(file, name, said, tell) };
  if (kind === null || file.size > mostBytes) return { ...plain, sha256: '', ...refused(problem(
    kind === null ? 'unknown' : 'too-large', kind === null
      ? 'its content is of no kind known here: models, benchmarks, load, weather, device and rack types, tariffs'
      : 'the file is larger than 64 MB, which no file of its kind is')) };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = bytesToHex(sha256(bytes));
  const text = textOf(bytes);
  const source = `${name.slice(0, 200)}, SHA-256 ${hash}`;
  const part = kind === 'weather' ? await ofWeather(text, name, hash, said)
    : kind === 'benchmark' ? await ofBenchmark(text, name, hash, said)
      : kind === 'model' ? await ofModel(text, name, source, said)
        : kind === 'tariff' ? await ofTariff(text, source, said) : await ofDevices(text,
          source, said);
  return { ...plain, sha256: hash, ...part };
}
