import { describe, expect, it } from 'vitest';
import { firstForm, questionOf } from '../../../../renderer/screens/search/form.ts';
import { readSentence } from '../../../../renderer/screens/search/sentence.ts';

const form = firstForm(null, null);
const read = (text: string) => readSentence(text, form, null);

describe('a question in words', () => {
  it('seeks a value of one input', () => {
    const { form: asked, not } = read('find IRR = 15 %; vary price decline from 5 % to 60 %');
    expect(not).toEqual([]);
    expect(questionOf(asked)).toEqual({ kind: 'seek', figure: 'headline.irr', target: 0.15,
      path: 'traffic.priceDecline', lower: 0.05, upper: 0.6 });
  });

  it('sweeps two inputs', () => {
    const { form: asked } = read('find NPV; vary utilisation from 30 % to 80 %, electricity price');
    expect(asked.kind).toBe('sweep');
    expect([asked.across.path, asked.down.path])
      .toEqual(['demand.utilisation', 'site.electricityUsdPerKwh']);
    expect([asked.across.from, asked.across.to]).toEqual([0.3, 0.8]);
  });

  it('optimises under a limit', () => {
    const { form: asked } = read(
      'find best NPV so that facility power <= 90; vary utilisation, price decline');
    expect(questionOf(asked)).toMatchObject({ kind: 'optimise',
      objectives: ['headline.npvUsd'], limits: ['headline.facilityMw<=90'] });
  });

  it('keeps what it does not understand out, and says so', () => {
    const { form: asked, understood, not } =
      read('find happiness; vary the moon; keep IRR >= 10 %');
    expect(not).toEqual(['find happiness', 'vary the moon']);
    expect(understood).toEqual(['keep IRR >= 10 %']);
    expect(asked).toEqual({ ...form,
      limit: { figure: 'headline.irr', side: '>=', bound: 0.1 } });
  });
});
