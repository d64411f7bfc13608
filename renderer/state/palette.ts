import {
  entriesOf, withOwnEntries, type OwnCollection,
} from '../../shared/plan/entries/own-catalog.ts';
import { declaredFigure } from '../../shared/plan/figures/all.ts';
import { kindNames, kindOf, type KindName } from '../../shared/project/kinds.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { collectionText } from '../text/catalogue.ts';
import { paletteText } from '../text/commands.ts';
import { definitions } from '../text/definitions.ts';
import { figureLabel } from '../text/figures.ts';
import { screenText } from '../text/frame.ts';
import { panelTexts, screenParts } from '../text/places.ts';
import { synonyms } from '../text/synonyms.ts';
import type { Actions } from './actions.ts';
import { catalog as builtIn } from './catalog.ts';
import { describeIn } from './describe.ts';
import { inputsOf, recordsOf, valueOf } from './document.ts';
import { placeOf } from './places.ts';
import { planOf } from './plan.ts';
import { screenIds, type ScreenId } from './screen-ids.ts';
import { printOfDocument } from './use-print.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Where it is found, as it stands at the end of its line. */
  readonly place: string;
  readonly keywords: readonly string[];
  readonly onClick: () => void;
}
export interface PaletteGroup {
  readonly group: string;
  readonly actions: PaletteEntry[];
}

/** A command as the palette lists it. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  /** Its key, as people press it; empty where it has none. */
  readonly keys: string;
  readonly run: () => void;
}

interface View {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly actions: Actions;
}

/** Other names of a topic, such as `field:site.electricityUsdPerKwh`. */
const saysOf = (topic: string): readonly string[] =>
  (Object.hasOwn(synonyms, topic) ? synonyms[topic] ?? [] : []);

/**
 * Commands, screens and their parts, figures, inputs, catalogue, scenarios and terms as
 * entries of the palette. Without a project only Start and some commands are left.
 */
export function listPaletteEntries(
  document: ProjectDocument | null, scenarioId: string, actions: Actions,
  commands: readonly PaletteCommand[],
): PaletteGroup[] {
  const { groups } = paletteText;
  const own = { group: groups.command, actions: commands.map(commandEntry) };
  if (document === null) {
    const start = screenEntry('start', actions);
    return [own, { group: groups.place, actions: [start] }];
  }
  const view = { document, scenarioId, actions };
  const places = listPlaces(actions);
  const figures = listFigures(view);
  const fields = listFields(view);
  return [
    own, { group: groups.place, actions: places }, { group: groups.figure, actions: figures },
    { group: groups.field, actions: fields },
    { group: groups.scenario, actions: listOthers(view) },
    { group: groups.catalogue, actions: listCatalogue(view) },
    { group: groups.definition, actions: listTerms([...places, ...figures, ...fields]) },
  ];
}

const commandEntry = ({ id, label, keys, run }: PaletteCommand): PaletteEntry =>
  ({ id: `do:${id}`, label, description: '', place: keys, keywords: saysOf(`do:${id}`),
    onClick: run });

const screenEntry = (id: ScreenId, actions: Actions): PaletteEntry => ({
  id: `screen:${id}`, label: screenText[id].label, description: screenText[id].purpose,
  place: '', keywords: saysOf(`screen:${id}`), onClick: () => { actions.go(id); },
});

function listPlaces(actions: Actions): PaletteEntry[] {
  const parts = screenIds.flatMap((screen) =>
    (screenParts[screen] ?? []).map(({ part, label }): PaletteEntry => ({
      id: `place:${screen}.${part}`, label, description: '', place: screenText[screen].label,
      keywords: saysOf(`place:${screen}.${part}`), onClick: () => { actions.go(screen, part); },
    })));
  const panels = panelTexts.map(({ id, label, screen, part }): PaletteEntry => ({
    id: `panel:${id}`, label, description: '', place: placeName(screen, part),
    keywords: saysOf(`panel:${id}`), onClick: () => { actions.go(screen, part); },
  }));
  return [...screenIds.map((id) => screenEntry(id, actions)), ...parts, ...panels];
}

/** Screen and part by name: `Facility, Cooling`. */
function placeName(screen: ScreenId, part: string | undefined): string {
  const label = screenParts[screen]?.find((each) => each.part === part)?.label;
  return [screenText[screen].label, ...(label === undefined ? [] : [label])].join(', ');
}

/** Lines of long tables; what they sum up to is found. */
const tables = /^(?:layer|market|economics\.(?:allocation|irr|capex)|price)\./u;

/** Every figure of the plan by name, with its value; the headline first. */
function listFigures({ document, scenarioId, actions }: View): PaletteEntry[] {
  const plan = planOf(document, scenarioId);
  if (!plan.ok) return [];
  const print = printOfDocument(document);
  return Object.values(plan.value.figures).filter(({ key }) => !tables.test(key))
    .toSorted((a, b) => Number(b.key.startsWith('headline.')) - Number(a.key.startsWith('headline.')))
    .map(({ key, value, unit }): PaletteEntry => ({
      id: `figure:${key}`, label: figureLabel(key, plan.value),
      description: declaredFigure(key)?.definition ?? '',
      place: value === null ? paletteText.absent : formatQuantity(value, unit, print),
      keywords: saysOf(`figure:${key}`),
      onClick: () => {
        actions.select({ kind: 'figure', key });
        actions.setPreferences({ inspectorOpen: true });
      },
    }));
}

/** Every input of the scenario; those of lists carry the name of their record. */
function listFields({ document, scenarioId, actions }: View): PaletteEntry[] {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) return [];
  // What Risk keeps is no input of anybody.
  const kinds = kindNames.filter((kind) => kind !== 'keptRun');
  return kinds.flatMap((kind) => recordsOf(inputs.value, kind).flatMap((record) => {
    const owner = kindOf(kind).count === 'many' ? `${String(valueOf(record, 'name'))} · ` : '';
    return kindOf(kind).fields.map((field): PaletteEntry => ({
      id: `field:${kind}.${record.key}.${field.key}`,
      label: field.label,
      description: `${owner}${kindOf(kind).label}: ${field.help}`,
      place: valuePlace(kind, field.key,
        describeIn(field, valueOf(record, field.key), inputs.value)),
      keywords: saysOf(`field:${kind}.${field.key}`),
      onClick: () => { actions.jumpTo({ kind, key: record.key, field: field.key }); },
    }));
  }));
}

/** A value and where it is entered; long texts are no use in one line. */
function valuePlace(
  kind: KindName, field: string, value: string,
): string {
  const { screen, part } = placeOf({ kind, field });
  const shown = value.length > 28 ? '' : value;
  return [shown, placeName(screen, part)].filter((each) => each !== '').join(' · ');
}

/** Whether an entry is an input that is edited on a screen. */
export function isInputOf(id: string, screen: ScreenId): boolean {
  const [kind = '', , field = ''] = id.replace('field:', '').split('.');
  const known = kindNames.find((each) => each === kind);
  return id.startsWith('field:') && known !== undefined
    && placeOf({ kind: known, field }).screen === screen;
}

const listOthers = ({ document, scenarioId, actions }: View): PaletteEntry[] =>
  listScenarios(document).filter(({ id }) => id !== scenarioId).map(({ id, name }) => ({
    id: `scenario:${id}`, label: paletteText.switchTo(name), description: '', place: '',
    keywords: [name], onClick: () => { actions.selectScenario(id); },
  }));

/** Parts of the catalogue whose entries have names people look for. */
const named: readonly OwnCollection[] =
  ['systems', 'accelerators', 'models', 'sites', 'switches'];

function listCatalogue({ document, scenarioId, actions }: View): PaletteEntry[] {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) return [];
  const { catalog } = withOwnEntries(builtIn, inputs.value);
  return named.flatMap((collection) => Object.entries(entriesOf(catalog, collection))
    .map(([id, entry]): PaletteEntry => ({
      id: `entry:${collection}/${id}`,
      label: typeof entry['name'] === 'string' ? entry['name'] : id,
      description: id.replaceAll('_', ' '), place: collectionText[collection], keywords: [],
      onClick: () => { actions.openEntry(collection, id); },
    })));
}

/** Terms lead to what they are about, and are left out where the plan has no such thing. */
function listTerms(all: readonly PaletteEntry[]): PaletteEntry[] {
  return definitions.flatMap(({ term, meaning: description, about }) => {
    const [type = '', name = ''] = about.split(':');
    const [kind = '', field = ''] = name.split('.');
    const target = all.find(({ id }) => id === about
      || (type === 'field' && id.startsWith(`field:${kind}.`) && id.endsWith(`.${field}`)));
    return target === undefined ? [] : [{ id: `term:${term}`, label: term, description,
      place: target.label, keywords: saysOf(`term:${term}`), onClick: target.onClick }];
  });
}
