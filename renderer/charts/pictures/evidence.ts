import type { EvidenceEffects } from '../../../shared/uncertainty/evidence-share.ts';
import type { RankedInput } from '../../../shared/uncertainty/ranking.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { evidenceClasses, type EvidenceClass } from '../../../shared/units/provenance.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { evidenceText } from '../../text/fields.ts';
import { listAxis, valueAxisBelow } from '../axes.ts';
import { axisText, baseOption, labelText, tooltipBox, type Look } from '../look.ts';
import { emptyPicture, type ChartOption, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';
import { levelsOption } from './bridge.ts';

/** A figure under the name it has on this screen. */
export interface NamedEffects {
  readonly name: string;
  readonly unit: Unit;
  readonly effects: EvidenceEffects;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Least share of a bar, per character of its label, that leaves room for it. */
const roomPerCharacter = 0.0125;

/** A label that fits its part of the bar: name and share, the share alone, or nothing. */
function segmentLabel(evidence: EvidenceClass, share: number): string {
  const long = `${evidenceText[evidence].label} ${Math.round(share * 100)} %`;
  if (share >= long.length * roomPerCharacter) return long;
  const short = `${Math.round(share * 100)} %`;
  return share >= short.length * roomPerCharacter ? short : '';
}

const shareIn = ({ effects }: EvidenceEffects, evidence: EvidenceClass): number | null =>
  effects.find((each) => each.evidence === evidence)?.share ?? null;

/** Whether every class's change is known, and so its part of their sum. */
const isShared = ({ effects }: NamedEffects): boolean =>
  effects.effects.every(({ share }) => share !== null);

const changeIn = ({ effects }: EvidenceEffects, evidence: EvidenceClass): number | null =>
  effects.find((each) => each.evidence === evidence)?.change ?? null;

function sharesOption(figures: readonly NamedEffects[], look: Look): ChartOption {
  return {
    ...baseOption(look),
    grid: { left: 8, right: 12, top: 2, bottom: 4, outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel' },
    tooltip: { ...tooltipBox(look), trigger: 'item',
      valueFormatter: (value) => percent(Number(value)) },
    xAxis: { ...valueAxisBelow(look, 'fraction', 1), name: '', max: 1,
      axisLabel: { ...axisText(look), formatter: percent } },
    yAxis: listAxis(look, figures.map(({ name }) => name)),
    series: evidenceClasses.map((evidence, at) => ({
      type: 'bar' as const, stack: 'shares', name: evidenceText[evidence].label,
      barWidth: 22, color: seriesColour(look.palette, at),
      itemStyle: { borderColor: look.palette.surface, borderWidth: 1 },
      label: { show: true, position: 'inside' as const,
        ...labelText(look, look.palette.onSeries) },
      data: figures.map(({ effects }) => {
        const value = shareIn(effects, evidence);
        return { value, label: { formatter: value === null ? '' : segmentLabel(evidence, value) } };
      }),
    })),
  };
}

function summaryOf(figure: NamedEffects): string {
  if (!isShared(figure)) return words.sharesUnknown(figure.name);
  const parts = figure.effects.effects
    .flatMap(({ evidence, share }) => (share === null || share <= 0 ? [] : [{ evidence, share }]))
    .toSorted((a, b) => b.share - a.share);
  return words.sharesSummary(figure.name, parts.map(({ evidence, share }) =>
    `${evidenceText[evidence].label.toLowerCase()} ${percent(share)}`).join(', '));
}

/** Share of each figure that rests on each class of evidence, one bar per figure. */
export function sharesPicture(figures: readonly NamedEffects[], look: Look): Picture {
  if (figures.length === 0) return emptyPicture(words.sharesTitle, words.nothingMoves);
  const shared = figures.filter(isShared);
  const summary = figures.map(summaryOf).join(' ');
  if (shared.length === 0) return emptyPicture(words.sharesTitle, summary);
  return {
    kind: 'drawn',
    title: words.sharesTitle,
    heightPx: 26 + shared.length * 32,
    summary,
    option: sharesOption(shared, look),
    table: {
      columns: [
        { label: words.classColumn, unit: 'text' },
        ...figures.flatMap(({ name, unit }) => [
          { label: words.shareColumn(name), unit: 'fraction' as const },
          { label: words.changeColumn(name), unit },
        ]),
      ],
      rows: evidenceClasses.map((evidence) => [
        evidenceText[evidence].label,
        ...figures.flatMap(
          ({ effects }) => [shareIn(effects, evidence), changeIn(effects, evidence)],
        ),
      ]),
    },
  };
}

/** A figure whose inputs are ranked. */
export interface RankedFigure {
  /** The title of the picture, of the figure and how many inputs there are. */
  readonly title: (figure: string, count: number) => string;
  readonly name: string;
  readonly unit: Unit;
  /** The figure as the plan has it; null where it has none. */
  readonly base: number | null;
  /** Position of the figure among the effects. */
  readonly at: number;
}

/**
 * Bars from the figure at an input's low end to that at its high end, the most
 * influential on top.
 */
export function rankingPicture(
  top: readonly RankedInput[], { title: say, name, unit, base, at }: RankedFigure,
  look: Look,
): Picture {
  const title = say(name, top.length);
  if (top.length === 0 || base === null) return emptyPicture(title, words.nothingMoves);
  const print = (value: number): string =>
    `${value > 0 ? '+' : ''}${formatQuantity(value, unit, look.print)}`;
  const bars = top.map(({ input, effects }) => {
    const { low = null, high = null } = effects[at] ?? {};
    const [from, to] = [low ?? base, high ?? base];
    return {
      label: input.label.length > 44 ? `${input.label.slice(0, 43)}…` : input.label,
      from, to, note: low === null || high === null ? words.oneSide(print((low ?? to) - base))
        : words.sides(print(Math.min(from, to) - base), print(Math.max(from, to) - base)),
      colour: seriesColour(look.palette, evidenceClasses.indexOf(input.evidence)),
    };
  });
  const [first] = top;
  return {
    kind: 'drawn',
    title,
    heightPx: 56 + bars.length * 24,
    summary: `${title}: ${first?.input.label ?? ''} first. ${words.rankHelp}`,
    option: levelsOption(bars, { unit, name }, look),
    table: {
      columns: [
        { label: words.inputColumn, unit: 'text' },
        { label: words.evidenceColumn, unit: 'text' }, { label: words.lowColumn, unit },
        { label: words.highColumn, unit }, { label: words.changeColumn(name), unit },
      ],
      rows: top.map(({ input, effects }) =>
        [input.label, evidenceText[input.evidence].label, effects[at]?.low ?? null,
          effects[at]?.high ?? null, effects[at]?.change ?? null]),
    },
  };
}
