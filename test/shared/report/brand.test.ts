import { copyOf } from '../../../shared/units/reading.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { contrastOnWhite, textColour } from '../../../shared/report/brand.ts';
import { buildReport } from '../../../shared/report/build.ts';
import { paragraphsOf } from '../../../shared/report/disclaimer.ts';
import { cutText, isolate } from '../../../shared/report/letters.ts';
import { samplePlan } from './sample-plan.ts';

const channels = (colour: string): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number,
    number];

describe('a colour for words on white', () => {
  it('has the contrasts of WCAG at both ends', () => {
    expect(contrastOnWhite([0, 0, 0])).toBeCloseTo(21, 9);
    expect(contrastOnWhite([255, 255, 255])).toBeCloseTo(1, 9);
    // the lightest grey that WCAG examples pass
    expect(contrastOnWhite([0x76, 0x76, 0x76])).toBeCloseTo(4.54, 2);
  });

  it('is left alone when it reads well, and darkened until it does otherwise', () => {
    fc.assert(fc.property(fc.tuple(
      ...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })),
    ), (rgb) => {
      const colour = `#${rgb.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
      const used = textColour(colour);
      expect(contrastOnWhite(channels(used?.colour ?? ''))).toBeGreaterThanOrEqual(4.5);
      expect(used?.darkened).toBe(contrastOnWhite(channels(colour)) < 4.5);
    }));
  });

  it.each(['', 'red', '#12345', '#gggggg', '#1b4f8a;x'])('refuses %j', (text) => {
    expect(textColour(text)).toBeNull();
  });
});

describe('a disclaimer', () => {
  const withDisclaimer = (disclaimer: string, kind: 'executive' | 'technical') => {
    const plan = samplePlan();
    const { report } = plan.inputs;
    const inputs = { ...plan.inputs,
      report: { ...report, values: { ...report.values, disclaimer } } };
    return buildReport(
      { ...copyOf(plan), inputs }, kind, { catalog: builtInCatalog, appVersion: '0.1.0' },
    ).sections;
  };

  it('stands at the foot of the brief when it is short, and has a section of its own otherwise', () => {
    expect(withDisclaimer('Not an offer.', 'executive').at(-1)?.blocks.at(-1))
      .toMatchObject({ kind: 'paragraph', text: 'Not an offer.' });
    expect(withDisclaimer('Not an offer. '.repeat(60), 'executive').at(-1)?.id)
      .toBe('disclaimer');
    expect(withDisclaimer('Not an offer.', 'technical').at(-1)?.id).toBe('disclaimer');
    expect(withDisclaimer('', 'technical').at(-1)?.id).not.toBe('disclaimer');
  });

  it('loses no word, whatever its length', () => {
    fc.assert(fc.property(fc.array(
      fc.stringMatching(/^[a-z]{1,40}$/u), { maxLength: 900 },
    ), (words) => {
      const pieces = paragraphsOf(words.join(' '));
      expect(pieces.join(' ').split(/\s+/u).filter((word) => word !== '')).toEqual(words);
      expect(Math.max(0, ...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(1200);
    }));
  });

  it('is cut even where it has no space', () => {
    expect(paragraphsOf('x'.repeat(10_000)).every((piece) => piece.length <= 1200)).toBe(true);
  });
});

describe('names', () => {
  it('are cut between letters, never within one', () => {
    expect(cutText('👩‍🚀👩‍🚀👩‍🚀', 2, () => '…')).toBe('👩‍🚀👩‍🚀…');
    expect(cutText('short', 10)).toBe('short');
  });

  it('written from right to left are isolated in sentences', () => {
    expect(isolate('Base')).toBe('Base');
    expect(isolate('مصنع')).toBe('\u2068مصنع\u2069');
  });
});
