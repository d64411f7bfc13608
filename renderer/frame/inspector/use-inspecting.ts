import { useMediaQuery } from '@mantine/hooks';
import { usePlanner } from '../../state/hooks.tsx';

/** From here on the inspector has room beside a screen without a side column. */
const roomy = '(min-width: 1440px)';

/**
 * Whether the inspector shows. Where it would lie over the screen it shows only what was
 * asked for on this screen, and no input: that stands under it.
 */
export function useInspecting(inSide: boolean): boolean {
  const hasRoom = useMediaQuery(roomy, true, { getInitialValueInEffect: false });
  return usePlanner(({ preferences, selection, selectedAt, visits }) =>
    preferences.inspectorOpen && (inSide || hasRoom
      || (selection !== null && selection.kind !== 'field' && selectedAt === visits)));
}
