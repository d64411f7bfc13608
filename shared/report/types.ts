import type { ReportKind } from '../backend.ts';
import type { StageResults } from '../plan/stages.ts';
import type { PlanCore } from '../plan/types.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';
import type { Paper } from './paper.ts';

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
  'supply',
] as const;
export type ChartId = (typeof chartIds)[number];

/**
 * A plan as reports and charts see it. What needs the stages' results is left out where
 * they are not there.
 */
export type PlanView = PlanCore & {
  readonly stages?: StageResults;
  /** Digits of its figures; three that count where nothing is said. */
  readonly digits?: Print['digits'];
};

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
  /** Between what it lies, or what it is of, in a few words. */
  readonly beside?: string;
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

/** Part of a bar, in places of 0 to 100 along the axis. */
export interface BarMark {
  readonly from: number;
  readonly to: number;
  readonly tone: 'gain' | 'loss';
}

/** One bar with the figures that stand beside it. */
export interface BarRow {
  readonly name: string;
  /** The one the report is about. */
  readonly strong: boolean;
  readonly marks: readonly BarMark[];
  /** Ends of the thin line through the bar; null where no range is known. */
  readonly whisker: readonly [low: number, high: number] | null;
  /** Stands behind the name, quietly; empty prints nothing. */
  readonly detail: string;
  /** Why there is no bar, and how it would be mended; empty where there is one. */
  readonly why: string;
  readonly cells: readonly string[];
}

/** Bars on one axis, each with a few figures: a ranking, or what moves the answer. */
export interface Bars {
  readonly id: string;
  readonly caption: string;
  readonly note: string;
  readonly nameHead: string;
  readonly barHead: string;
  readonly columns: readonly string[];
  /** Where bars begin, and round marks. */
  readonly origin: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly rows: readonly BarRow[];
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
  | { readonly kind: 'recommendation'; readonly text: string }
  | { readonly kind: 'bars'; readonly bars: Bars }
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
  /** The day it was made, YYYY-MM-DD; empty where the host does not say. */
  readonly date: string;
  readonly paper: Paper;
  /** What the first page answers; null where the report opens with a cover. */
  readonly question: string | null;
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
