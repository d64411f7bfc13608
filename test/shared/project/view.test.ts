import { describe, expect, it } from 'vitest';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import { viewInputs } from '../../../shared/project/view.ts';
import { copyOf, readInto, Reading } from '../../../shared/units/reading.ts';

const raw = resolveScenario(documentOf(findTemplate('b200-1mw')?.records ?? []), 'base');
if (!raw.ok) throw new Error(JSON.stringify(raw.error));
const inputs = raw.value;
const paths = (compute: (view: typeof inputs) => unknown): readonly string[] => {
  const reading = new Reading();
  const view = viewInputs(inputs);
  readInto(reading, () => compute(view));
  return reading.used.flatMap(({ sources }) => sources).concat(reading.sources)
    .map(({ path }) => path);
};

describe('a view of the inputs', () => {
  it('notes each field that is read, once in a reading', () => {
    expect(paths(({ cooling }) => [cooling.values.dryApproachK, cooling.values.dryApproachK]))
      .toEqual(['cooling.dryApproachK']);
  });

  it('is copied whole, which reads every field, and never by spreading', () => {
    const view = viewInputs(inputs);
    expect(copyOf(view.cooling.values)).toEqual(inputs.cooling.values);
    expect(JSON.parse(JSON.stringify(view.cooling.values))).toEqual(inputs.cooling.values);
    expect(() => ({ ...view.cooling.values })).toThrow('copyOf');
    expect(new Set(paths(({ cooling }) => copyOf(cooling.values))))
      .toEqual(new Set(Object.keys(inputs.cooling.values).map((field) => `cooling.${field}`)));
  });

  it('keeps the values of records of one kind apart', () => {
    const view = viewInputs(inputs);
    expect(view.rackGroup.map(({ values }) => values.system))
      .toEqual(inputs.rackGroup.map(({ values }) => values.system));
    const [site] = [view.site];
    const moved = viewInputs({ ...inputs, site: { ...inputs.site,
      values: { ...inputs.site.values, utilityMw: 7 } } });
    expect([moved.site.values.utilityMw, site.values.utilityMw])
      .toEqual([7, inputs.site.values.utilityMw]);
  });
});
