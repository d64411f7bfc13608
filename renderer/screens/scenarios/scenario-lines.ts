import type { ProjectDocument } from '../../../shared/project/record.ts';
import { deltaOf, figureOf, headlineItems, type HeadlineItem } from '../../state/headline.ts';
import type { PlanOutcome } from '../../state/plan.ts';
import type { ScenarioNode } from '../../state/scenarios.ts';
import { storedDifferences } from '../../state/stored-differences.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { printOfDocument } from '../../state/use-print.ts';

export interface LineFigure {
  readonly printed: string;
  /** Against the base; empty where there is none or nothing changes. */
  readonly change: string;
  readonly good: boolean | null;
}

export interface ScenarioLine {
  readonly node: ScenarioNode;
  readonly note: string;
  readonly stored: number;
  readonly cost: LineFigure;
  readonly npv: LineFigure;
}

/**
 * Each scenario with what it stores and what it comes to, also against the one it is
 * based on.
 */
export function scenarioLines(
  document: ProjectDocument, nodes: readonly ScenarioNode[],
  ids: readonly string[], plans: readonly PlanOutcome[],
): readonly ScenarioLine[] {
  const print = printOfDocument(document);
  const planOf = new Map(ids.map((id, at) => [id, plans[at] ?? null]));
  const figure = (item: HeadlineItem | undefined, node: ScenarioNode): LineFigure => {
    const now = item === undefined ? null
      : figureOf(planOf.get(node.id) ?? null, item.figureKey);
    if (item === undefined || now === null || now.value === null)
      return { printed: '–', change: '', good: null };
    const base = figureOf(planOf.get(node.basedOn) ?? null, item.figureKey)?.value ?? null;
    const delta = deltaOf(item, now.value, base, now.unit, print);
    return {
      printed: formatQuantity(now.value, now.unit, print), change: delta?.text ?? '',
      good: delta?.good ?? null,
    };
  };
  const [cost, npv] =
    (['cost', 'npv'] as const).map((id) => headlineItems.find((item) => item.id === id));
  return nodes.map((node) => ({
    node, note: noteOf(document, node.id), stored: storedDifferences(document, node.id).length,
    cost: figure(cost, node), npv: figure(npv, node),
  }));
}

/** The note kept with a scenario. */
export function noteOf(document: ProjectDocument, id: string): string {
  const record = Object.values(document)
    .find(({ kind, key }) => kind === 'scenario' && key === id);
  const note = record?.body.values['note'];
  return typeof note === 'string' ? note : '';
}
