import { decide, text } from '../define.ts';

/**
 * The last run of Risk that was kept for papers and screens, in a few numbers. No figure of
 * a plan rests on it, and it is told as old once an input has changed.
 */
export const keptRunFields = [
  text('of', 'Plan of the run', 64, '',
    decide('Kept run', 'Fingerprint of the plan whose futures were drawn; empty keeps none.'),
    { pattern: '^([0-9a-f]{64})?$', expected: 'the fingerprint of a plan' }),
  text('summary', 'Outcomes of the run', 20_000, '',
    decide('Kept run', 'Percentiles, probabilities and drivers, as Risk keeps them.')),
] as const;
