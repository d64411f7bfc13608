import { describe, expect, it } from 'vitest';
import { plainPrint } from '../../../../shared/units/print.ts';
import {
  figureChoices, usualEnds, valuesOf, variablesOf,
} from '../../../../renderer/screens/search/inputs.ts';
import { readSentence } from '../../../../renderer/screens/search/sentence.ts';
import { templatePlan } from '../../../shared/template-plans.ts';

const plan = templatePlan('gb300-100mw');
const names = { figures: figureChoices(plan), variables: variablesOf(plan), print: plainPrint };
const read = (text: string) => {
  const { kind, figure, target, vary, unread } = readSentence(text, names);
  return { kind, figure: figure?.key, target, unread,
    vary: vary.map(({ variable, from, to }) => [variable.path, from, to]) };
};

describe('a question in a sentence', () => {
  it('asks for the value of one input that gives a figure', () => {
    expect(read('find NPV so that NPV = 0; vary utilisation from 20% to 70%')).toEqual({
      kind: 'seek', figure: 'headline.npvUsd', target: 0, unread: [],
      vary: [['demand.utilisation', 0.2, 0.7]] });
    expect(read('IRR at least 15%; vary electricity price')).toEqual({
      kind: 'seek', figure: 'headline.irr', target: 0.15, unread: [],
      vary: [['site.electricityUsdPerKwh', null, null]] });
  });

  it('asks for a grid of two inputs', () => {
    expect(read('show cost per M tokens; vary utilisation and electricity price from 0.04 to 0.12'))
      .toEqual({ kind: 'sweep', figure: 'headline.costPerMTokUsd', target: null, unread: [],
        vary: [['demand.utilisation', null, null],
          ['site.electricityUsdPerKwh', 0.04, 0.12]] });
  });

  it('says what it did not understand, and takes nothing for something else', () => {
    expect(read('find the happiest planner; vary the weather').unread)
      .toEqual(['find the happiest planner', 'the weather']);
    expect(read('NPV = plenty; vary utilisation').unread).toEqual(['NPV = plenty']);
    expect(read('NPV; vary utilisation from low to high').unread)
      .toEqual(['utilisation from low to high']);
    expect(read('')).toMatchObject({ figure: undefined, vary: [], unread: [] });
  });
});

describe('ranges of a search', () => {
  const of = (path: string) => {
    const found = names.variables.find((each) => each.path === path);
    if (found === undefined) throw new Error(`no input ${path}`);
    return found;
  };

  it('go about half of what an input is either way, in round steps', () => {
    expect(usualEnds(of('demand.utilisation'))).toEqual({ from: 0.25, to: 0.65 });
    expect(usualEnds({ ...of('demand.utilisation'), now: 0.95 })).toEqual({ from: 0.5, to: 1 });
    expect(usualEnds({ ...of('site.ppaShare'), now: 0 })).toEqual({ from: 0, to: 1 });
  });

  it('know what stands for an empty field', () => {
    expect(of('site.electricityUsdPerKwh').now).toBeGreaterThan(0.03);
  });

  it('hold every whole number once', () => {
    expect(valuesOf({ integer: true }, 1, 4, 7)).toEqual([1, 2, 3, 4]);
    expect(valuesOf({}, 0.1, 0.3, 3)).toEqual([0.1, 0.2, 0.3]);
  });

  it('lead to numbers of the plan alone', () => {
    expect(names.variables.every(({ field }) => field.type === 'number')).toBe(true);
    expect(names.figures.some(({ key }) => key === 'headline.irr')).toBe(true);
  });
});
