import type { Refusal } from '../../../shared/inference/types.ts';

/** Words of the Hardware screen. */
export const hardwareText = {
  hint:
    'Full marks are measured, diamonds interpolated, rings modelled. ' +
    'Click a mark to hold the racks to it.',
  refused: ({ what, nearestFix }: Refusal) => `${what}. ${nearestFix}`,
  held: 'Hold to a serving point',
  released: 'Let the frontier choose the serving point',
  release: 'Let the frontier choose again',
  point: 'Serving point',
  configuration: 'Configuration',
  framework: 'Framework',
  instance: 'Accelerators of one instance',
  speed: 'Speed per user',
  output: 'Output per accelerator',
  total: 'Input and output per accelerator',
  tpot: 'Time per output token',
  ttft: 'Time to first token',
  ttftRange: (low: string, high: string) => `${low} to ${high}`,
  prefill: 'Time spent on prompts',
  origin: 'Origin',
  nearest: 'Nearest measurement',
  none: 'none of this model and system',
};
