import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keyStep, monthAt, moveHandle, placeOfMonth, timelineOf, type Handle,
} from '../../../renderer/screens/lifecycle/timeline.ts';
import { inputsOf, recordOf, valueOf } from '../../../renderer/state/document.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const refresh = documentOf(findTemplate('hopper-to-blackwell')?.records ?? []);
const factory = documentOf(findTemplate('gb300-100mw')?.records ?? []);

function inputsIn(document: ProjectDocument) {
  const inputs = inputsOf(document, 'base');
  if (!inputs.ok) throw new Error(inputs.error.code);
  return inputs.value;
}
function handleIn(document: ProjectDocument, kind: Handle['kind'], key: string): Handle {
  const handle = timelineOf(inputsIn(document)).rows.flatMap(({ handles }) => handles)
    .find((h) => h.kind === kind && h.at.key === key);
  if (handle === undefined) throw new Error(`no ${kind} of ${key}`);
  return handle;
}
const moved = (
  document: ProjectDocument, kind: Handle['kind'], key: string, month: number,
): ProjectDocument =>
  applyChanges(document,
    moveHandle(document, 'base', inputsIn(document), handleIn(document, kind, key), month));
const value = (document: ProjectDocument, key: string, field: string) => {
  const record = recordOf(inputsIn(document), 'rackGroup', key);
  return record === undefined ? null : valueOf(record, field);
};

describe('places and months', () => {
  it('turn into one another', () => {
    fc.assert(fc.property(fc.integer({ min: -60, max: 1 }), fc.integer({ min: 1, max: 360 }),
      fc.integer({ min: -60, max: 360 }), (from, to, month) => {
        expect(monthAt({ from, to }, placeOfMonth({ from, to }, month))).toBe(month);
      }));
  });

  it('start with the first payment and end with the horizon', () => {
    expect(timelineOf(inputsIn(factory)).span).toEqual({ from: 1, to: 66 });
    expect(timelineOf(inputsIn(refresh)).span.from).toBe(-5);
  });

  it('show payments, ramp and service of a group without gaps', () => {
    const [row] = timelineOf(inputsIn(refresh)).rows;
    expect(row?.stretches.map(({ phase, from, to }) => [phase, from, to]))
      .toEqual([['paid', -5, 0], ['ramp', 1, 3], ['serve', 4, 24]]);
  });
});

describe('moving', () => {
  it('service takes retirement along', () => {
    const document = moved(refresh, 'service', 'hopper', 4);
    expect([value(document, 'hopper', 'startMonth'), value(document, 'hopper', 'retireMonth')])
      .toEqual([4, 27]);
  });

  it('retirement never passes service, and beyond the horizon there is none', () => {
    expect(value(moved(refresh, 'retire', 'hopper', -20), 'hopper', 'retireMonth')).toBe(1);
    expect(value(moved(refresh, 'retire', 'hopper', 500), 'hopper', 'retireMonth')).toBeNull();
  });

  it('stays within the field’s range', () => {
    const document = moved(factory, 'release', 'dwdp', -100);
    expect(inputsIn(document).release[0]?.values.month).toBe(1);
  });

  it('to where it is changes nothing', () => {
    expect(
      moveHandle(factory, 'base', inputsIn(factory), handleIn(factory, 'release', 'dwdp'), 18),
    ).toEqual([]);
  });

  it.each([
    ['ArrowLeft', false, -1], ['ArrowRight', true, 12], ['PageUp', false, 12],
    ['Tab', false, null],
  ] as const)('by %s with Shift %s goes %s months', (key, shift, step) => {
    expect(keyStep(key, shift)).toBe(step);
  });
});
