import { decide, text } from '../define.ts';

/** A model of the user's own, kept as the configuration it was read from. */
export const customModelFields = [
  text('name', 'Own model', 120, 'Own model', decide('Own model', 'Name of the model.')),
  text('config', 'Configuration', 10_000, '', decide('Own model',
    'Architecture constants under the keys of a Hugging Face config.json; read by every plan that uses the model.',
    { advanced: true })),
] as const;
