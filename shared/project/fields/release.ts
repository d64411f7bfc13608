import { decide, integer, number, reference, text, toggle } from '../define.ts';

/** A software release on the roadmap: a dated gain with evidence. The base case has none in use. */
export const releaseFields = [
  text('name', 'Release', 200, 'Release', decide('Release', 'Name of the release.')),
  toggle('inUse', 'In use', false, decide('Release', 'Only releases in use change the plan; the base case assumes no future gain.')),
  integer('month', 'Month', 'month', [1, 360], 12, decide('Release', 'Month of the plan in which the release is rolled out.')),
  number('throughput', 'Throughput multiplier', 'ratio', [0.1, 30], 1.1,
    decide('Release', 'Tokens per second after over before at the same service level, capped by the roofline.')),
  number('ttft', 'TTFT multiplier', 'ratio', [0.1, 30], 1, decide('Release', 'Time to first token after over before.')),
  number('probability', 'Probability', 'fraction', [0, 1], 1, decide('Release', 'Chance that the gain arrives; the plan uses the expected gain.')),
  reference('accelerator', 'Accelerator', 'accelerators?', '', decide('Scope', 'Only racks of this accelerator gain; empty for all.')),
  reference('model', 'Model', 'models?', '', decide('Scope', 'Only this model gains; empty for all.')),
  number('downtimeH', 'Downtime', 'h', [0, 720], 0, decide('Release', 'Hours the racks in scope do not serve while rolling out.')),
] as const;
