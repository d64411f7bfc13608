import { useMemo } from 'react';
import { curveOf } from '../../../shared/claims/curve.ts';
import type { ClaimCard, Overrides } from '../../../shared/claims/types.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { multiplePicture } from '../../charts/pictures/claims.ts';
import { useLook } from '../../charts/use-look.ts';

/** The claim's multiple over interactivity, or why there is none. */
export function ClaimCurve(
  { card, entries }: { readonly card: ClaimCard; readonly entries: Overrides },
) {
  const look = useLook();
  const curve = useMemo(() => curveOf(card, loadMeasuredPoints(), entries), [card, entries]);
  const picture = useMemo(() => multiplePicture(curve, look), [curve, look]);
  return (
    <div className="claim-curve">
      <ChartFigure picture={picture} />
      {picture.kind === 'drawn'
        && <p>{curve.absent !== null && `${curve.absent}. `}{curve.caveat}</p>}
    </div>
  );
}
