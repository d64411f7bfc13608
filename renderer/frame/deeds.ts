import { fieldOf } from '../../shared/project/kinds.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { createRecordEdits } from '../components/records/use-record-edits.ts';
import { fieldState } from '../state/document.ts';
import { setField } from '../state/edits.ts';
import type { PlannerStore } from '../state/store.ts';
import { labelEdit } from '../text/fields.ts';
import { frameText } from '../text/frame.ts';

/** Goes to where a list stands and adds a record to it. */
export function addTo(store: PlannerStore, kind: 'rackGroup' | 'traffic'): void {
  const { actions, project } = store.getState();
  if (kind === 'rackGroup') actions.go('hardware');
  else actions.go('workload', 'traffic');
  if (project !== null && !project.readOnly) createRecordEdits(store, kind).add();
}

/** Shows the scenario before or after the one on show, round in a circle. */
export function turnScenario(store: PlannerStore, by: 1 | -1): void {
  const { actions, project, scenarioId } = store.getState();
  if (project === null) return;
  const all = listScenarios(project.edits.document);
  const at = all.findIndex(({ id }) => id === scenarioId);
  const next = all[(at + by + all.length) % all.length];
  if (next === undefined || next.id === scenarioId) return;
  actions.selectScenario(next.id);
  actions.announce({ deed: 'shown', label: next.name });
}

/** Units are a field of the project: the report prints them as the screen shows them. */
export function showUnits(store: PlannerStore, next: 'si' | 'imperial'): void {
  const { actions, project, scenarioId } = store.getState();
  const at = { kind: 'project', key: 'project', field: 'unitSystem' } as const;
  const field = fieldOf(at.kind, at.field);
  if (project === null || field === undefined) return;
  const { document } = project.edits;
  const now = fieldState(document, scenarioId, at)?.value === 'imperial' ? 'imperial' : 'si';
  actions.edit(labelEdit(field, frameText.unitSystem[now], frameText.unitSystem[next]),
    setField(document, scenarioId, at, next));
}

/** The button a screen is there for: marked as such, else the first filled one. */
export function pressMain(): void {
  const places = ['[role="dialog"]', '#content'].map((each) => document.querySelector(each));
  const place = places.find((each) => each !== null);
  const buttons = ['[data-main]', 'button[data-variant="filled"]', '.mantine-Button-root:not([data-variant])']
    .map((each) => place?.querySelector<HTMLElement>(`${each}:not(:disabled)`));
  buttons.find((each) => each !== null && each !== undefined)?.click();
}

/** Lists what is broken or in doubt, and moves the focus to the next of it. */
export function nextWarning(store: PlannerStore): void {
  const { actions } = store.getState();
  const here = document.activeElement?.closest('.limit-list > li') ?? null;
  actions.select({ kind: 'limits' });
  actions.setPreferences({ inspectorOpen: true });
  afterDrawing(() => {
    const items = [...document.querySelectorAll<HTMLElement>('.limit-list > li')];
    const next = items[(items.findIndex((each) => each === here) + 1) % items.length];
    if (next === undefined) return;
    const deed = next.querySelector<HTMLElement>('button:not(:disabled)');
    if (deed === null) next.tabIndex = -1;
    (deed ?? next).focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

const afterDrawing = (run: () => void): void => {
  requestAnimationFrame(() => { requestAnimationFrame(run); });
};

const floating = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Whether something is open that Escape closes by itself. */
export const isFloating = (): boolean =>
  [...document.querySelectorAll<HTMLElement>(floating)]
    .some((each) => each.offsetParent !== null || each.getClientRects().length > 0);

/** Puts the last message away where nothing else is open that Escape would close. */
export function closeMessage(store: PlannerStore): void {
  const { notices, actions } = store.getState();
  const last = notices.at(-1);
  if (!isFloating() && last !== undefined) actions.dismissNotice(last.id);
}
