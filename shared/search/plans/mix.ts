import { ok, refuse, type Result } from '../../units/result.ts';
import { entryOf } from '../../units/entry.ts';
import { setByPath } from '../../project/path.ts';
import { layAll } from './lay.ts';
import { excessOf, type FigureLimit, type Objective } from './limits.ts';
import { fillMix, type MixTerm } from './mix-program.ts';
import type { SearchProblem } from './problem.ts';
import { answerPlan, planOf, type Subject } from './subject.ts';

/** Fewest and most racks of a group. */
export interface RackBounds {
  readonly least: number;
  readonly most: number | null;
}

/** How a site's power is to be split over its rack groups. */
export interface MixQuestion {
  readonly objective: Objective;
  readonly limits: readonly FigureLimit[];
  /** By key of the group; 1 rack and as many as there is power for where left out. */
  readonly bounds: ReadonlyMap<string, RackBounds>;
}

/** A group whose racks are counted. */
export interface MixGroup extends RackBounds {
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly kwPerRack: number;
}

/** Racks by group with the objective of the whole plan. */
export interface Mix {
  readonly racks: readonly number[];
  readonly objective: number;
}

/** What stops a better mix, and the worth of one more of it. */
export interface MixBinding {
  readonly path: string;
  readonly text: string;
  /** Gain of the objective per unit: MW of the site, or a rack of a group. */
  readonly perUnit: number | null;
}

export interface MixAnswer {
  readonly groups: readonly MixGroup[];
  readonly best: Mix | null;
  /** The plan as it stands; null where it has no objective or breaks a limit. */
  readonly asIs: Mix | null;
  /** Best of the linear program through the corners, racks in parts. */
  readonly bound: number | null;
  /** How far the best is from the bound, as a share of it; 0 where it is past it. */
  readonly gap: number | null;
  readonly binding: readonly MixBinding[];
  readonly planned: number;
  readonly cause: string | null;
}

export interface MixProgress {
  readonly done: number;
  readonly best: number | null;
}

export interface MixSearch {
  readonly steps: () => Generator<MixProgress, MixAnswer>;
}

/** Racks moved at once from one group to another, from coarse to single ones. */
const strides = [64, 16, 4, 1];
/** Share by which the site's power is raised to see what it is worth. */
const raised = 0.05;
/** Share by which the bound of a figure is loosened for the same. */
const loosened = 0.01;

/**
 * Lays out the search for the racks of each group that make the most of a site. Groups
 * without racks of their own choosing share what power is left.
 */
export function openMix(
  subject: Subject, question: MixQuestion,
): Result<MixSearch, SearchProblem> {
  const plan = planOf(subject);
  if (!plan.ok) return plan;
  const { groups } = plan.value.stages;
  const strange = [...question.bounds.keys()]
    .find((key) => groups.every(({ record }) => record.key !== key));
  if (strange !== undefined) {
    return refuse({ code: 'set', problem: { code: 'no-record',
      path: `rackGroup.${strange}.racks`, known: groups.map(({ record }) => record.key) } });
  }
  const found = groups.map(({ record, racks, fullKw }): MixGroup & { readonly now: number } => ({
    key: record.key, name: record.values.name, path: `rackGroup.${record.key}.racks`,
    kwPerRack: fullKw / Math.max(1, racks), now: racks,
    ...(question.bounds.get(record.key) ?? { least: 1, most: null }) }));
  const powerMw = plan.value.inputs.site.values.utilityMw;
  return ok({ steps: () => new MixRun(subject, question, found,
    found.map(({ now }) => now)).run(powerMw) });
}

/** One search: plans mixes, and remembers those planned. */
class MixRun {
  private readonly known = new Map<string, number | null>();
  private readonly subject: Subject;
  private readonly question: MixQuestion;
  private readonly groups: readonly MixGroup[];
  private readonly now: readonly number[];
  private cause: string | null = null;
  best: Mix | null = null;

  constructor(
    subject: Subject, question: MixQuestion, groups: readonly MixGroup[],
    now: readonly number[],
  ) {
    [this.subject, this.question, this.groups, this.now] = [subject, question, groups, now];
  }

  /** Worth of a mix, larger is better; null where it cannot be built or breaks a limit. */
  private *worth(racks: readonly number[]): Generator<MixProgress, number | null> {
    const id = racks.join();
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const found = this.allowed(racks) ? this.plan(racks) : null;
    this.known.set(id, found);
    if (found !== null && (this.best === null || found > this.best.objective))
      this.best = { racks, objective: found };
    yield { done: this.known.size, best: this.best === null ? null
      : this.question.objective.direction * this.best.objective };
    return found;
  }

  private allowed(racks: readonly number[]): boolean {
    return this.groups.every(({ least, most }, at) =>
      entryOf(racks, at) >= least && (most === null || entryOf(racks, at) <= most));
  }

  private plan(racks: readonly number[]): number | null {
    const { subject, question: { objective, limits } } = this;
    const laid = layAll(subject, subject.document, this.groups.map(({ path }, at) =>
      ({ path, value: entryOf(racks, at) })));
    if (!laid.ok) return null;
    const keys = [objective.figure.key, ...limits.map(({ figure }) => figure.key)];
    const { values: [value = null, ...others], feasible, cause } =
      answerPlan(subject, laid.value, keys);
    if (cause !== null) this.cause = cause;
    const kept = limits.every((limit, at) => {
      const held = others[at] ?? null;
      return held !== null && excessOf(limit, held) <= 0;
    });
    return feasible && kept && value !== null ? objective.direction * value : null;
  }

  /** Every corner: all power to one group, as few racks as may be of the others. */
  private corner(at: number, budgetKw: number): readonly number[] {
    const others = this.groups.reduce((sum, { kwPerRack, least }, i) =>
      (i === at ? sum : sum + kwPerRack * least), 0);
    return this.groups.map(({ least, most, kwPerRack }, i) => (i !== at ? least
      : Math.min(most ?? Infinity, Math.max(least, Math.floor((budgetKw - others) / kwPerRack)))));
  }

  /** The linear program through the corners: its mix in whole racks, and its bound. */
  private *program(budgetKw: number): Generator<MixProgress, number | null> {
    const least = this.groups.map((group) => group.least);
    const floor = yield* this.worth(least);
    const terms: MixTerm[] = [];
    for (const [at, group] of this.groups.entries()) {
      const corner = this.corner(at, budgetKw);
      const worth = yield* this.worth(corner);
      const added = entryOf(corner, at) - group.least;
      terms.push({ kw: group.kwPerRack, least: group.least, most: group.most,
        value: worth === null || floor === null || added === 0 ? 0 : (worth - floor) / added });
    }
    const fill = fillMix(terms, budgetKw);
    if (fill === null || floor === null) return null;
    yield* this.worth(fill.racks.map((count) => Math.floor(count + 1e-9)));
    return floor + fill.value
      - terms.reduce((sum, { value, least: count }) => sum + value * count, 0);
  }

  /** Moves racks between groups, and adds some, as long as the plan gains by it. */
  private *polish(): Generator<MixProgress, void> {
    for (const stride of strides) {
      for (let before: Mix | null = null; before !== this.best;) {
        before = this.best;
        if (before === null) return;
        for (const racks of this.neighbours(before.racks, stride)) yield* this.worth(racks);
      }
    }
  }

  private *neighbours(racks: readonly number[], stride: number): Generator<readonly number[]> {
    for (const [to, gains] of this.groups.entries()) {
      yield racks.map((count, at) => (at === to ? count + stride : count));
      for (const [from, loses] of this.groups.entries()) {
        if (from === to) continue;
        const added = Math.max(1, Math.floor((stride * loses.kwPerRack) / gains.kwPerRack));
        yield racks.map((count, at) => count + (at === to ? added : at === from ? -stride : 0));
      }
    }
  }

  *solve(): Generator<MixProgress, number | null> {
    const budgetKw = this.groups.reduce((sum, { kwPerRack }, at) =>
      sum + kwPerRack * entryOf(this.now, at), 0);
    yield* this.worth(this.now);
    const bound = yield* this.program(budgetKw);
    yield* this.polish();
    return bound;
  }

  *run(powerMw: number): Generator<MixProgress, MixAnswer> {
    const { direction } = this.question.objective;
    const bound = yield* this.solve();
    const asIs = yield* this.worth(this.now);
    const { best } = this;
    const signed = (mix: Mix): Mix => ({ ...mix, objective: direction * mix.objective });
    return {
      groups: this.groups, best: best === null ? null : signed(best),
      asIs: asIs === null ? null : { racks: this.now, objective: direction * asIs },
      bound: bound === null ? null : direction * bound,
      gap: best === null || bound === null || bound === 0 ? null
        : Math.max(0, (bound - best.objective) / Math.abs(bound)),
      binding: best === null ? [] : yield* this.binding(best, powerMw),
      planned: this.known.size, cause: best === null ? this.cause : null,
    };
  }

  /** What keeps the best from being better: the site's power, and ends of groups. */
  private *binding(best: Mix, powerMw: number): Generator<MixProgress, readonly MixBinding[]> {
    const found: MixBinding[] = [];
    const full = this.groups.every((_, to) =>
      this.plan(best.racks.map((count, at) => (at === to ? count + 1 : count))) === null);
    const more = powerMw * (1 + raised);
    const site = full ? yield* this.again({}, more) : null;
    if (site !== null) {
      found.push({ path: 'site.utilityMw', text: `${powerMw} MW of the site are taken`,
        perUnit: (site - best.objective) / (more - powerMw) });
    }
    for (const { key, path, name, most } of this.groups) {
      const at = this.groups.findIndex((group) => group.key === key);
      if (most === null || entryOf(best.racks, at) < most) continue;
      const wider = yield* this.again({ [key]: most + 1 }, powerMw);
      if (wider === null || wider <= best.objective) continue;
      found.push({ path, text: `${name}: at most ${most} racks`, perUnit: wider - best.objective });
    }
    for (const limit of this.question.limits) {
      const amount = Math.abs(limit.bound) * loosened || loosened;
      const bound = limit.bound + (limit.side === '<=' ? amount : -amount);
      const looser = yield* this.again({}, powerMw, this.question.limits.map((each) =>
        (each === limit ? { ...limit, bound } : each)));
      if (looser === null || looser <= best.objective) continue;
      found.push({ path: limit.figure.key, text: limit.text,
        perUnit: (looser - best.objective) / amount });
    }
    return found;
  }

  /** The best where a site has other power, a group may have more racks, or limits are looser. */
  private *again(
    most: Readonly<Record<string, number>>, powerMw: number, limits = this.question.limits,
  ): Generator<MixProgress, number | null> {
    const set = setByPath(this.subject.document, this.subject.scenarioId, 'site.utilityMw', powerMw);
    if (!set.ok || this.best === null) return null;
    const groups = this.groups.map((group) =>
      ({ ...group, most: most[group.key] ?? group.most }));
    const other = new MixRun({ ...this.subject, document: set.value },
      { ...this.question, limits }, groups,
      this.best.racks);
    yield* other.worth(this.best.racks);
    yield* other.polish();
    return other.best?.objective ?? null;
  }
}
