import type { ReportKind } from '../backend.ts';
import type { StageResults } from '../plan/stages.ts';
import type { PlanCore } from '../plan/types.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';

/** A report as data: what it says, in order. Pages, fonts and charts are the host's affair. */

/** Charts a report can hold; the host draws them from the same plan. */
export const chartIds = [
  'cost-stack',
  'cash-flow',
  'tokens-and-margin',
  'price-and-cost',
  'utilisation',
  'energy',
  'capex',
  'frontier',
  'memory',
  'step-time',
  'climate',
  'power',
  'pue',
] as const;
export type ChartId = (typeof chartIds)[number];

/**
 * A plan as reports and charts see it. What needs the stages' results is left out where
 * they are not there.
 */
export type PlanView = PlanCore & { readonly stages?: StageResults };

/** A chart of a report; `group` names the rack group whose serving is drawn. */
export interface ChartRef {
  readonly id: ChartId;
  readonly group: string | null;
}

/** A chart of the whole plan, or of one rack group. */
export const chartOf = (id: ChartId, group: string | null = null): ChartRef => ({ id, group });

/** A diagram of a report. `group` names the rack group whose rack is drawn. */
export type DrawingRef =
  | { readonly id: 'hall-plan' }
  | { readonly id: 'elevation'; readonly group: string }
  | { readonly id: 'one-line'; readonly state: 'normal' | 'worst' }
  | { readonly id: 'topology' };

/** One number as printed, with what it was printed from. */
export interface PrintedFigure {
  readonly key: string;
  readonly label: string;
  readonly printed: string;
  readonly value: number | null;
  readonly unit: Unit;
  /** Why there is no value; empty when there is one. */
  readonly why: string;
  /** Rests on an input without a public source: an asterisk on paper. */
  readonly assumed: boolean;
}

/** A column of a table. `unit` null: each row states its own. */
export interface TableColumn {
  readonly label: string;
  readonly unit: Unit | null;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  /** 0 for totals, 1 for lines, 2 for parts of a line. */
  readonly level: 0 | 1 | 2;
}

export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /**
   * Stands under the caption: what holds for every row, such as that its figures are
   * rounded.
   */
  readonly note?: string;
}

export interface LimitLine {
  readonly broken: boolean;
  readonly text: string;
  readonly fix: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'answer' | 'plain'
    | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'figures'; readonly figures: readonly PrintedFigure[] }
  | {
      readonly kind: 'labels';
      readonly items: readonly { readonly name: string; readonly value: string }[];
    }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'charts'; readonly charts: readonly ChartRef[] }
  | { readonly kind: 'drawings'; readonly drawings: readonly DrawingRef[] }
  | { readonly kind: 'limits'; readonly items: readonly LimitLine[] };

/**
 * Blocks under one heading of level 1. `page`: they fill one page, charts taking what
 * room is left; `flow`: as many as it takes.
 */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly layout: 'page' | 'flow';
  /** Scenario whose plan the charts are drawn from; null for that of the report. */
  readonly scenario: string | null;
  readonly blocks: readonly Block[];
}

/** What makes the paper the client's own. Empty texts print nothing. */
export interface Brand {
  /** Colour of titles and rules, dark enough for words on white; null for the planner's own. */
  readonly colour: string | null;
  /** Id of the picture on the first page. */
  readonly logo: string;
  readonly confidentiality: string;
  readonly disclaimer: string;
}

export interface Report {
  readonly kind: ReportKind;
  readonly title: string;
  readonly project: string;
  readonly scenario: string;
  readonly client: string;
  readonly preparedBy: string;
  readonly brand: Brand;
  readonly planHash: string;
  readonly appVersion: string;
  readonly catalogVersion: string;
  readonly sections: readonly Section[];
}

/** Evidence as people read it. */
export const evidenceNames: Readonly<Record<EvidenceClass, string>> = {
  measured: 'measured',
  vendor: 'vendor claim',
  analyst: 'analyst',
  derived: 'derived',
  user: 'choice',
  assumed: 'assumed',
};
