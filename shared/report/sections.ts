import type { ReportKind } from '../backend.ts';

/** Every section a report can hold, by id, with its title. */
export const sectionTitles = {
  answer: 'First page: answer, advice and ranking',
  confidence: 'What the answer rests on, and what would change it',
  results: 'Results',
  reality: 'Beside what others published',
  serving: 'Serving',
  halls: 'Halls and racks',
  power: 'Power chain',
  energy: 'Energy, cooling and water',
  network: 'Network',
  bill: 'Bill of materials',
  availability: 'Availability',
  life: 'Life of the deployment',
  roadmap: 'Software roadmap',
  economics: 'Economics',
  cash: 'Cash flow',
  claims: 'Vendor claims',
  risk: 'Risk',
  limits: 'Limits, and what would change the answer',
  equations: 'Annex: equations',
  conventions: 'Annex: conventions',
  approximations: 'Annex: what is simplified',
  assumptions: 'Annex: inputs and their evidence',
  catalogue: 'Annex: catalogue figures in use',
  'side-by-side': 'Scenarios side by side',
  bridges: 'From the first scenario to the others',
  scenarios: 'Scenario by scenario',
} as const;
export type SectionId = keyof typeof sectionTitles;

const executive: readonly SectionId[] = ['answer', 'confidence'];
const method: readonly SectionId[] = ['equations', 'conventions', 'approximations'];
const technical: readonly SectionId[] = [
  'results', 'reality', 'serving', 'halls', 'power', 'energy', 'network', 'bill', 'availability',
  'life', 'roadmap', 'economics', 'cash', 'risk', 'claims', 'limits',
];
const assumptions: readonly SectionId[] = ['assumptions', 'catalogue'];

/** What each kind of report holds, in order. */
export const sectionsOfKind: Readonly<Record<ReportKind, readonly SectionId[]>> = {
  executive,
  technical: [...technical, ...method],
  assumptions,
  full: [...executive, ...technical, ...method, ...assumptions],
  comparison: ['answer', 'side-by-side', 'bridges', 'scenarios'],
};

export const isSectionId = (text: string): text is SectionId =>
  Object.hasOwn(sectionTitles, text);

/** Ids of a text that names sections, those we do not know left out. */
export const readSectionIds = (text: string): readonly SectionId[] =>
  text.split(/[\s,]+/u).filter(isSectionId);

/**
 * The sections of a report of a kind, in its order.
 * @param wanted ids to print, others being ignored; null prints all
 * @example chooseSections('executive', ['confidence', 'bill']) // ['confidence']
 */
export const chooseSections = (
  kind: ReportKind, wanted: readonly string[] | null,
): readonly SectionId[] =>
  sectionsOfKind[kind].filter((id) => wanted === null || wanted.includes(id));

/**
 * The sections of a kind that a project prints; all of them when it would print none.
 * @param leftOut what the project leaves out, as its field holds it
 * @returns null when nothing of the kind is left out
 * @example chosenSections('executive', 'confidence bill') // ['answer']
 */
export function chosenSections(kind: ReportKind, leftOut: string): readonly SectionId[] | null {
  const out = new Set<string>(readSectionIds(leftOut));
  const all = sectionsOfKind[kind];
  const kept = all.filter((id) => !out.has(id));
  return kept.length === all.length || kept.length === 0 ? null : kept;
}
