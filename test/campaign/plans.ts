import type { Field } from '../../shared/project/field.ts';
import { kindOf } from '../../shared/project/kinds.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { templates } from '../../shared/project/templates.ts';
import { createTally, type Part, type Tally } from './part.ts';
import { createProbe, type Probe, type ProbeAnswer } from './probe.ts';
import type { Random } from './random.ts';

/** A plan that takes longer holds up the screen it is made for, ms of processor time. */
const slowMs = 1000;
const leastPlans = 8;
const mostSets = 40;

interface Set {
  readonly id: string;
  readonly key: string;
  readonly value: number | string | boolean;
}

/**
 * A value at an end of a field's range, or near it, or anywhere within; null for a field
 * left alone.
 */
function extremeOf(field: Field, random: Random): number | string | boolean | null {
  switch (field.type) {
    case 'toggle':
      return random.chance(0.5);
    case 'choice':
      return random.pick(field.choices).value;
    case 'number': {
      const { min, max } = field;
      const ends = [
        min,
        max,
        0,
        1,
        Number.MIN_VALUE,
        min + (max - min) * 1e-9,
        (min + max) / 2,
        min + random.next() * (max - min),
      ];
      const value = random.pick(ends.filter((end) => end >= min && end <= max));
      return field.integer === true ? Math.round(value) : value;
    }
    case 'text':
    case 'reference':
      return null;
    default:
      return field satisfies never;
  }
}

function extremeSet(record: ProjectRecord, random: Random): Set | null {
  const field = random.pick(kindOf(record.kind).fields);
  const value = extremeOf(field, random);
  return value === null ? null : { id: record.id, key: field.key, value };
}

function judgePlan(tally: Tally, seen: string, answer: ProbeAnswer | 'hang' | 'crash'): void {
  if (typeof answer === 'string') {
    tally.breach(answer, seen);
    return;
  }
  const { outcome, text, cpuMs, faults } = answer;
  tally.see(outcome);
  tally.top('most ms', Math.round(cpuMs));
  if (outcome === 'threw')
    tally.breach(`threw ${text.split('\n')[0] ?? ''}`.slice(0, 120), seen);
  if (cpuMs > slowMs)
    tally.breach(`over ${slowMs / 1000} s`, `${Math.round(cpuMs)} ms: ${seen}`);
  for (const fault of new globalThis.Set(faults)) tally.breach(fault, seen);
}

/** What is wrong with an answer, the same for cases of one kind; empty for nothing. */
function kindOfBreach(answer: ProbeAnswer | 'hang' | 'crash'): string {
  if (typeof answer === 'string') return answer;
  const { outcome, text, faults, cpuMs } = answer;
  if (outcome === 'threw') return text.split('\n')[0] ?? '';
  return faults[0] ?? (cpuMs > slowMs ? 'slow' : '');
}

/**
 * Tries the sets one by one less until none can be left out and the outcome stays: the
 * smallest case.
 */
async function shrink(
  probe: Probe,
  template: string,
  sets: readonly Set[],
  isSame: (answer: ProbeAnswer | 'hang' | 'crash') => boolean,
): Promise<readonly Set[]> {
  let kept = sets;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0
    : Math.ceil(size / 2)) {
      for (let at = 0; at < kept.length;) {
        const fewer = [...kept.slice(0, at), ...kept.slice(at + size)];
        if (isSame(await probe.ask({ template, sets: fewer }))) kept = fewer;
        else at += size;
      }
    }
  return kept;
}

const printSets = (template: string, sets: readonly Set[]): string =>
  [
    template,
    ...sets.map(({ id, key, value }) => `${id.split(':').slice(1).join('.')}.${key}=${value}`),
  ].join(' ');

/** Plans of templates with inputs at the ends of their ranges. */
export const plans: Part = async ({ random, hasTime }) => {
  const probe = createProbe('plan-worker.ts');
  const tally = createTally('plans', 'extremes');
  const shrunk = new globalThis.Set<string>();
  try {
    // what is compiled once is no plan's cost
    await probe.ask({ template: 'b200-1mw', sets: [] });
    for (let count = 0; count < leastPlans || hasTime(); count++) {
      const { id: template, records } = random.pick(templates);
      const sets = Array.from({ length: random.whole(1, mostSets) }, () =>
        extremeSet(random.pick(records), random),
      ).filter((set) => set !== null);
      const answer = await probe.ask({ template, sets });
      const kind = kindOfBreach(answer);
      const isNew = kind !== '' && answer !== 'hang' && !shrunk.has(kind);
      shrunk.add(kind);
      const smallest = isNew
        ? await shrink(probe, template, sets, (other) => kindOfBreach(other) === kind) : sets;
      judgePlan(tally, printSets(template, smallest), answer);
      tally.done();
    }
    return [tally.row()];
  } finally {
    probe.close();
  }
};
