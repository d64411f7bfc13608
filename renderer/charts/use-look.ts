import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { usePrint } from '../state/use-print.ts';
import type { Look } from './look.ts';
import { palettes } from './palette.ts';

/** Type size of words in charts on screen, px. */
const screenFontPx = 11.5;

/** How charts look in the theme on show. */
export function useLook(): Look {
  const print = usePrint();
  const scheme = useComputedColorScheme('light');
  return useMemo(() => ({ palette: palettes[scheme], fontPx: screenFontPx, print }),
    [scheme, print]);
}
