import type { StageResults } from '../../../shared/plan/stages.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import type { Look } from '../look.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type Picture } from '../picture.ts';

/** What every part of the plant adds to the PUE over the year, kW per kW of IT. */
export function puePicture(stages: StageResults | undefined, look: Look): Picture {
  const title = 'What adds to the PUE over the year';
  const mean = stages?.facility.result?.mean;
  if (mean === undefined)
    return emptyPicture(title,
      'No PUE: no rack is in service, or the site has no climate. Choose another site or import a weather file.');
  const parts = [
    ['Distribution', mean.distributionKw], ['UPS', mean.upsKw],
    ['Transformers', mean.transformerKw], ['Lighting and other', mean.otherKw],
    ['Air fans', mean.airFansKw], ['Pumps', mean.pumpsKw], ['Chillers', mean.chillerKw],
    ['Heat rejection fans', mean.rejectionFansKw],
  ] as const;
  /** PUE is known to about a hundredth; a digit more keeps small parts apart. */
  const print = (value: number): string => value.toFixed(3);
  const pue = mean.facilityKw / mean.itKw;
  const shares = parts.map(([label, kw]) => ({ label, value: kw / mean.itKw }));
  const bars = cascade([
    ...shares.map(({ label, value }) => ({
      label, value, note: `+${print(value)}`, colour: seriesColour(look.palette, 1),
    })),
    { label: 'Together', value: pue - 1, total: true, note: `PUE ${print(pue)}`,
      colour: seriesColour(look.palette, 0) },
  ]);
  return {
    kind: 'drawn', title, heightPx: barsHeight(bars.length),
    summary:
      `PUE ${print(pue)} over the year: 1 for IT, ${shares.map(({ label, value }) => `${print(value)} for ${label.toLowerCase()}`).join(', ')}.`,
    option: barsOption(bars, { unit: 'kW/kW', name: 'Beyond IT power' }, look),
    table: {
      columns: [{ label: 'Part', unit: 'text' },
        { label: 'Power over IT power', unit: 'ratio' }],
      rows: [['IT', 1], ...shares.map(({ label, value }) => [label, value]), ['PUE', pue]],
    },
  };
}
