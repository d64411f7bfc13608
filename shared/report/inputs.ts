import type { Catalog } from '../catalog/types.ts';
import { findListing, nameProvider } from '../catalog/prices.ts';
import type { Field, FieldValue } from '../project/field.ts';
import { fieldOf, isKind, kindOf, kindNames } from '../project/kinds.ts';
import { unsourced } from '../project/define.ts';
import type { InputInUse, PlanCore } from '../plan/types.ts';
import { pricesBySchedule } from '../plan/money/tariff-lines.ts';
import { findCatalogItem } from '../plan/entries/catalog-figure.ts';
import { nameFigure } from '../plan/entries/figure-names.ts';
import { formatQuantity, unitName } from '../units/format.ts';
import type { Sourced } from '../units/provenance.ts';
import type { Print } from '../units/print.ts';
import { cutText } from './letters.ts';
import { evidenceNames, type PlanView, type Table, type TableRow } from './types.ts';
import { usedValue } from './used-values.ts';
import { printOfPlan } from './print.ts';

/** Kind, record key and field of a path; the key is empty for single records. */
function partsOf(
  path: string,
): { readonly kind: string; readonly key: string; readonly field: string } {
  const parts = path.split('.');
  return {
    kind: parts[0] ?? '',
    key: parts.length > 2 ? parts.slice(1, -1).join('.') : '',
    field: parts.at(-1) ?? '',
  };
}

function fieldAt(path: string): Field | undefined {
  const { kind, field } = partsOf(path);
  return isKind(kind) ? fieldOf(kind, field) : undefined;
}

/** Name of a catalogue entry, or its id when the catalogue has none. */
export function entryName(catalog: Catalog, collection: string, id: string): string {
  if (collection === 'tokenPrices') {
    const listing = findListing(catalog, id);
    return listing === undefined ? id : `${nameProvider(listing)}, ${listing.model}`;
  }
  const tables: Readonly<Record<string, unknown>> = { ...catalog };
  const table = tables[collection];
  const entry: unknown =
    typeof table === 'object' && table !== null
      ? Object.entries(table).find(([key]) => key === id)?.[1]
      : undefined;
  return typeof entry === 'object' && entry !== null
    && 'name' in entry ? String(entry.name) : id;
}

/**
 * What the field's own explanation says an empty value does, e.g. `sets no limit`; such
 * inputs have no number that would stand for them.
 */
const meaningOfEmpty = (field: Field | undefined): string =>
  /empty ([^.;]+)/u.exec(field?.help ?? '')?.[1] ?? 'none entered';

/** Texts longer than this are cut where they are listed. */
const longestText = 160;

/** The same of any value the input may have. */
export function printValue(
  { path, unit }: Pick<InputInUse, 'path' | 'unit'>, value: FieldValue, catalog: Catalog,
  print: Print,
): string {
  const field = fieldAt(path);
  if (value === null) return meaningOfEmpty(field);
  if (typeof value === 'number') return formatQuantity(value, unit, print);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field?.type === 'choice')
    return field.choices.find((choice) => choice.value === value)?.label ?? value;
  if (field?.type === 'reference' && !field.of.startsWith('record:'))
    return entryName(catalog, field.of, value);
  return value === '' ? '–' : cutText(value, longestText);
}

/** Name of the record a path leads to, as people gave it; its key where it has none. */
function recordName(plan: PlanCore, kind: string, key: string): string {
  const records: unknown = Object.entries(plan.inputs).find(([name]) => name === kind)?.[1];
  const found: unknown = Array.isArray(records)
    ? records.find((each: { readonly key?: unknown }) => each.key === key) : undefined;
  const named = found as { readonly values?: { readonly name?: unknown } } | undefined;
  return typeof named?.values?.name === 'string' && named.values.name !== ''
    ? named.values.name : key;
}

/** `Price decline (Chat)`; single records need no name. */
export function inputLabel(plan: PlanCore, { path, label }: Pick<InputInUse, 'path' | 'label'>): string {
  const { kind, key } = partsOf(path);
  return key === '' ? label : `${label} (${recordName(plan, kind, key)})`;
}

/** Digits of a file's hash a page needs to tell it from others; the register has all. */
const shortHash = /(SHA-256 [0-9a-f]{12})[0-9a-f]{52}/gu;

const shortSource = (source: string): string =>
  (source === unsourced ? 'no public source found' : source);

/** Inputs an executive asks about first, by kind and field. */
const keyInputs: readonly string[] = [
  'demand.utilisation',
  'traffic.priceDecline',
  'site.electricityUsdPerKwh',
  'capex.acceleratorPriceUsd',
  'finance.discountRate',
  'capex.facilityUsdPerMw',
  'capex.systemResidual',
  'finance.ownership',
  'demand.horizonMonths',
  'rackGroup.precision',
  'power.redundancy',
  'opex.staffUsdPerMwYear',
  'cooling.rejection',
];

/** The inputs that carry the answer: the first of each key field, in order of weight. */
export function keyAssumptions(plan: PlanView, catalog: Catalog, count: number): Table {
  const byField = (path: string): string => {
    const { kind, field } = partsOf(path);
    return `${kind}.${field}`;
  };
  const found = keyInputs.map((wanted) => (wanted === 'site.electricityUsdPerKwh'
    && pricesBySchedule(plan.inputs) ? 'tariff.schedule' : wanted))
    .flatMap((wanted) => plan.inputsInUse.find(({ path }) => byField(path) === wanted) ?? [])
    .slice(0, count);
  return {
    id: 'key-assumptions',
    caption: '',
    columns: [
      { label: 'Input', unit: 'text', align: 'left' },
      { label: 'Value', unit: null, align: 'right' },
      { label: 'Evidence', unit: 'text', align: 'left' },
      { label: 'Source', unit: 'text', align: 'left' },
    ],
    rows: found.map((input) => {
      const row = describeInput(plan, input, catalog);
      // Many hours have many prices: the schedule stands where one price would.
      const [label, value] = input.path === 'tariff.schedule'
        ? ['Electricity price', 'by schedule'] : [inputLabel(plan, input), row.value];
      return { level: 1, cells: [label, value, row.evidence,
        row.source.replaceAll(shortHash, '$1…')] };
    }),
  };
}

/** An input as it is printed: what is in use, and what that rests on. */
interface InputLine {
  readonly value: string;
  readonly evidence: string;
  readonly date: string;
  readonly source: string;
}

function describeInput(plan: PlanView, input: InputInUse, catalog: Catalog): InputLine {
  const print = printOfPlan(plan);
  const used = usedValue(plan, input, catalog, print);
  return used === null
    ? { value: printValue(input, input.value, catalog, print), evidence: evidenceOf(input),
      date: dateOf(input), source: shortSource(input.source) }
    : { value: used.printed, evidence: evidenceNames[used.evidence],
      date: used.date ?? dateOf(input), source: used.source };
}

/** Evidence that is no datum: a decision, a value entered here, a planning value, a rule. */
const timeless: ReadonlySet<string> = new Set(['user', 'assumed', 'derived']);

/** The day of a datum; a dash where there is none to date. */
const dateOf = ({ date, evidence, changed }: InputInUse): string =>
  date ?? (changed || timeless.has(evidence) ? '–' : 'undated');

/** Stands under tables with a column of dates. */
const dateNote = 'A dash: choices, values entered here, planning values and rules have no date. Undated: the source states none.';

/** A value somebody entered is theirs whatever its default rests on. */
const evidenceOf = ({ evidence, changed }: InputInUse): string =>
  changed ? 'entered' : evidenceNames[evidence];

/** Notes longer than this are cut: a row of a table must fit a page. */
const longestNote = 1500;

const assumptionColumns: Table['columns'] = [
  { label: 'Input', unit: 'text', align: 'left' },
  { label: 'Value', unit: null, align: 'right' },
  { label: 'Set here', unit: 'text', align: 'left' },
  { label: 'Evidence', unit: 'text', align: 'left' },
  { label: 'Date', unit: 'text', align: 'left' },
  { label: 'Source', unit: 'text', align: 'left' },
];

/** All inputs that have an effect, one table per kind of record. */
export function assumptionTables(plan: PlanView, catalog: Catalog): readonly Table[] {
  return kindNames.flatMap((kind): readonly Table[] => {
    const inputs = plan.inputsInUse
      .filter(({ path, active }) => active && partsOf(path).kind === kind);
    return inputs.length === 0
      ? []
      : [
          {
            id: `inputs-${kind}`,
            caption: kindOf(kind).label, note: dateNote,
            columns: assumptionColumns,
            rows: inputs.map((input): TableRow => {
              const { value, evidence, date, source } = describeInput(plan, input, catalog);
              return {
                level: 1,
                cells: [
                  inputLabel(plan, input), value, input.changed ? 'yes' : 'default', evidence, date,
                  [
                    source,
                    ...(input.note === '' ? []
                      : [`Note: ${cutText(input.note, longestNote)}`]),
                  ].join('. '),
                ],
              };
            }),
          },
        ];
  });
}

/** References to the catalogue in the traces of all figures and series. */
function citedRefs(plan: PlanCore): readonly string[] {
  const traced = [...Object.values(plan.figures), ...Object.values(plan.series)].flatMap(
    ({ inputs }) => inputs,
  );
  return [
    ...new Set(traced.flatMap((input) => (input.kind === 'catalog' ? [input.ref] : []))),
  ].toSorted();
}

/**
 * Every catalogue figure that a number of the plan was computed from, with its source and
 * date.
 */
export function catalogTable(plan: PlanCore, catalog: Catalog): Table {
  const print = printOfPlan(plan);
  return {
    id: 'catalogue',
    caption: `Catalogue figures in use (catalogue ${plan.catalogVersion})`,
    columns: [
      { label: 'Figure', unit: 'text', align: 'left' },
      { label: 'Value', unit: null, align: 'right' },
      { label: 'Date', unit: 'text', align: 'left' },
      { label: 'Evidence', unit: 'text', align: 'left' },
      { label: 'Source', unit: 'text', align: 'left' },
    ],
    rows: citedRefs(plan).flatMap((ref): readonly TableRow[] => {
      const { value, entry, citation } = findCatalogItem(catalog, ref);
      if (citation === null) return [];
      return [
        {
          level: 1,
          cells: [
            `${entry}: ${nameFigure(ref)}`,
            value === null ? 'a whole entry' : printFigureValue(value, print),
            citation.date ?? 'undated',
            evidenceNames[citation.evidence],
            citation.source,
          ],
        },
      ];
    }),
  };
}

/** A catalogue figure in its own unit, amounts in the currency of the project. */
function printFigureValue({ value, unit }: Sourced, print: Print): string {
  const amount = unit === 'USD' ? formatQuantity(value, unit, print) : null;
  const digits = value.toLocaleString(print.locale, { maximumSignificantDigits: 6 });
  return amount ?? `${digits} ${unitName(unit)}`.trim();
}
