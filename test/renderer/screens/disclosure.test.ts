import { describe, expect, it } from 'vitest';
import {
  givenLines, printIssued, printRecovery, recoveryLines,
} from '../../../renderer/screens/scenarios/disclosure-lines.ts';
import { isSameDraft } from '../../../renderer/screens/scenarios/use-disclosure.ts';
import { bannerText, isSuspect } from '../../../renderer/text/banner.ts';
import type { PackageInfo } from '../../../shared/project/package-info.ts';
import type { HiddenValue } from '../../../shared/disclosure/hidden.ts';
import type { Choice } from '../../../shared/disclosure/review.ts';
import { safestDisclosure } from '../../../shared/project/disclosure.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { baseDocument } from '../support.ts';

const field = fieldOf('site', 'electricityUsdPerKwh');
if (field === undefined) throw new Error('no such field');
const hidden: HiddenValue = { recordId: 'r', path: 'site.electricityUsdPerKwh',
  scenarioId: 'base', field, value: 0.0437, options: [] };
const print = (value: number | null, unit: Unit): string => formatQuantity(value, unit);

const untold = {
  kind: 'number', hidden, intervals: [{ low: 0, high: 2 }], widthShare: 45, told: false,
  digits: 0,
} as const;
const cell = { ...untold, intervals: [{ low: 0.04, high: 0.05 }], told: true } as const;

describe('what a sender reads before writing a package', () => {
  it.each([
    [untold, 'nothing'], [cell, '0.04 to 0.05'],
    [{ ...cell, intervals: [] }, 'results contradict each other'],
    [{ kind: 'options', hidden, consistent: 2, of: 3 }, '2 of 3 choices left'],
    [{ kind: 'options', hidden, consistent: 3, of: 3 }, 'nothing'],
    [{ kind: 'text', hidden }, 'nothing'],
  ] as const)('of %j is %s',
    (found, words) => { expect(printRecovery(found, String)).toBe(words); });

  it.each([
    [{ key: 'npvUsd', unit: 'USD', shown: 'withheld' }, 'withheld'],
    [{ key: 'npvUsd', unit: 'USD', shown: 'rounded', value: 12 }, 'about 12'],
    [{ key: 'npvUsd', unit: 'USD', shown: 'range', low: 1, high: 2 }, '1 to 2'],
    [{ key: 'npvUsd', unit: 'USD', shown: 'exact', value: null }, 'null'],
    [{ key: 'dscrMin', unit: 'ratio', shown: 'rounded', value: null }, 'null'],
  ] as const)('of figure %j is %s',
    (figure, words) => { expect(printIssued(figure, String)).toBe(words); });

  it('stands side by side for each choice, and leaves out what all give alike', () => {
    const of = (mode: Choice['mode'], shown: 'withheld' | 'rounded'): Choice => ({
      mode, recoveries: [mode === 'withhold' ? untold : cell],
      issued: [{ id: 'base', name: 'Base', planHash: '', figures: [
        { key: 'racks', unit: 'racks', shown: 'exact', value: 4 },
        shown === 'withheld' ? { key: 'npvUsd', unit: 'USD', shown }
          : { key: 'npvUsd', unit: 'USD', shown, value: 1200 },
      ] }],
    });
    const choices = [of('withhold', 'withheld'), of('round', 'rounded')];
    expect(givenLines(choices, 'base', print).map(({ cells }) => cells.slice(1)))
      .toEqual([['withheld', expect.stringMatching(/^about /)]]);
    expect(recoveryLines(choices, print)[0]?.cells)
      .toEqual([hidden.path, 'nothing', expect.stringMatching(/ to /)]);
  });
});

describe('a draft of a package', () => {
  const document = baseDocument('b200-1mw');
  const draft = { document, scenarioIds: ['base'], redact: [hidden.path],
    disclosure: safestDisclosure };
  it('is the same under another choice, and another with another field, grid or project', () => {
    expect(isSameDraft(draft, { ...draft, disclosure: { ...safestDisclosure, mode: 'range' } }))
      .toBe(true);
    expect(
      isSameDraft(draft, { ...draft, disclosure: { ...safestDisclosure, gridShare: 0.2 } }),
    ).toBe(false);
    expect(isSameDraft(draft, { ...draft, redact: [] })).toBe(false);
    expect(isSameDraft(draft, { ...draft, document: { ...document } })).toBe(false);
    expect(isSameDraft(null, draft)).toBe(false);
  });
});

describe('the banner over a package', () => {
  const signed: PackageInfo = {
    format: 2, state: 'signed', altered: [], disclosure: safestDisclosure, hash: '',
    issuedAt: '', appVersion: '', redacted: [], issued: [],
    signer: { name: 'Ada', fingerprint: '', key: 'unknown', knownAs: null },
  };
  it.each([
    [signed, 'a key unknown here', false],
    [{ ...signed, state: 'altered', altered: ['table journal'] },
      'NOT intact: changed after it was issued (table journal)', true],
    [{ ...signed, state: 'stripped', altered: ['marks'] },
      'NOT intact: its marks were taken off', true],
    [{ ...signed, format: 1, state: 'unsigned', signer: null },
      'Not signed: made by an older version (format 1)', false],
    [{ ...signed, signer: {
      name: 'Ada', fingerprint: '', key: 'known', knownAs: 'Ada of Sample',
    } },
      'Signed by Ada of Sample', false],
  ] as const)('of %j says so', (info, words, suspect) => {
    expect(bannerText.state(info)).toContain(words);
    expect(isSuspect(info)).toBe(suspect);
  });
});
