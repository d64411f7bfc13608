import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  firstAnswers, mostSystems, type StartAnswers, type StartOwnership,
} from '../../shared/project/guided-start.ts';
import type { StartProblem } from '../../shared/project/start-problem.ts';
import { findWorkload, workloadPresets } from '../../shared/project/templates/workloads.ts';

/** A workload as it stands on the page; numbers as they were typed. */
export interface DraftWorkload {
  /** Tells rows apart. */
  readonly id: number;
  readonly preset: string;
  readonly model: string;
  /** Share of power, per cent. */
  readonly share: string;
  readonly tokens: string;
}

/**
 * Answers as they stand on the page. Kept for the window, so that a look at another screen
 * loses nothing.
 */
export interface StartDraft {
  readonly client: string;
  readonly site: string;
  readonly mw: string;
  readonly energy: string;
  readonly workloads: readonly DraftWorkload[];
  readonly inTokens: boolean;
  /** Share of capacity sold, per cent. */
  readonly utilisation: string;
  readonly systems: readonly string[];
  readonly ownership: StartOwnership;
  /** What was wrong when a plan was last asked for; shown until it is right. */
  readonly problems: readonly StartProblem[];
}

const percent = (share: number): string => String(Number((share * 100).toFixed(6)));

const firstDraft: StartDraft = {
  client: firstAnswers.client, site: firstAnswers.site, mw: String(firstAnswers.utilityMw),
  energy: '', inTokens: false, utilisation: percent(firstAnswers.utilisation ?? 0),
  workloads: firstAnswers.workloads.map(({ preset, model, powerShare }, id) =>
    ({ id, preset, model, share: percent(powerShare), tokens: '' })),
  systems: firstAnswers.systems, ownership: firstAnswers.ownership, problems: [],
};

const store = createStore<StartDraft>()(() => firstDraft);

export const useStartDraft = (): StartDraft => useStore(store);
export const draftNow = (): StartDraft => store.getState();
export const changeDraft = (next: Partial<StartDraft>): void => { store.setState(next); };

/** The next start begins with nothing of this one. */
export const clearDraft = (): void => { store.setState(firstDraft); };

/**
 * A number as people type it, with thousands apart by commas or spaces.
 * @returns NaN for what is no number
 * @example readTyped('1,000') // 1000
 */
export const readTyped = (text: string): number =>
  (text.trim() === '' ? Number.NaN : Number(text.replaceAll(/[\s,]/gu, '')));

/** What the page says, as answers. */
export const answersOf = (draft: StartDraft): StartAnswers => ({
  client: draft.client, site: draft.site, utilityMw: readTyped(draft.mw),
  electricityUsdPerKwh: draft.energy.trim() === '' ? null : readTyped(draft.energy),
  workloads: draft.workloads.map(({ preset, model, share, tokens }) => ({ preset, model,
    powerShare: readTyped(share) / 100,
    tokensPerDay: draft.inTokens ? readTyped(tokens) : null })),
  utilisation: draft.inTokens ? null : readTyped(draft.utilisation) / 100,
  systems: draft.systems, ownership: draft.ownership,
});

/** Another preset brings its own model. */
export const withPreset = (
  workloads: readonly DraftWorkload[], at: number, preset: string,
): readonly DraftWorkload[] => workloads.map((each, index) => (index !== at ? each
  : { ...each, preset, model: findWorkload(preset)?.model ?? each.model }));

/** A share of power as typed; where two share it, the other takes the rest. */
export function withShare(
  workloads: readonly DraftWorkload[], at: number, share: string,
): readonly DraftWorkload[] {
  const rest = 100 - readTyped(share);
  const follows = workloads.length === 2 && rest > 0 && rest < 100;
  return workloads.map((each, index) => (index === at ? { ...each, share }
    : follows ? { ...each, share: percent(rest / 100) } : each));
}

/** Shares of power alike for workloads of which one was added or taken away. */
const evenly = (workloads: readonly DraftWorkload[]): readonly DraftWorkload[] =>
  workloads.map((each) => ({ ...each,
    share: String(Number((100 / workloads.length).toFixed(1))) }));

/** One more workload, of a kind that is not there yet if there is one. */
export function withAnother(workloads: readonly DraftWorkload[]): readonly DraftWorkload[] {
  const used = workloads.map(({ preset }) => preset);
  const next = workloadPresets.find(({ id }) => !used.includes(id)) ?? workloadPresets[0];
  if (next === undefined) return workloads;
  const id = Math.max(-1, ...workloads.map((each) => each.id)) + 1;
  return evenly([...workloads,
    { id, preset: next.id, model: next.model, share: '', tokens: '' }]);
}

export const without = (
  workloads: readonly DraftWorkload[], at: number,
): readonly DraftWorkload[] => evenly(workloads.filter((_each, index) => index !== at));

/** A system ticked or not, in the order of ticking. */
export const withSystem = (
  systems: readonly string[], id: string, ticked: boolean,
): readonly string[] => (ticked ? [...systems.filter((each) => each !== id), id]
  : systems.filter((each) => each !== id));

/** Whether no more systems may be ticked. */
export const isFull = ({ systems }: StartDraft): boolean => systems.length >= mostSystems;
