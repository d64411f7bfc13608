import { fieldOf } from '../kinds.ts';
import type { FieldNote } from '../record.ts';
import type { SpecValues } from './spec.ts';

/**
 * What every base case takes for granted alike, so that none is made to look well by its
 * own. A rule that does not suit a template is mended there by what it builds and promises.
 */

/**
 * Yearly fall of a listed price: the mean of 5 % (input) and 18 % (output) at OpenRouter
 * and 57 % (output) at Groq, the histories published of a model that stayed the same.
 */
export const priceDecline = 0.27;

const declineNote: FieldNote = { source:
  'Mean of three price histories of GPT-OSS-120B: 5 % (input) and 18 % (output) a year '
  + 'at OpenRouter, 57 % (output) at Groq; genai-prices, 2025-08 to 2026-06' };

const field = fieldOf('demand', 'utilisation');

/** Share of capacity sold: the default of the field, the same for every template. */
export const sharedUse = field?.type === 'number' && field.default !== null ? field.default : 1;

/** The only dated listing at the price hosts ask; the host the price desk would take states no day. */
export const qwenListing = 'doubleword-qwen-qwen3.5-397b-a17b';

const listingNote: FieldNote = { source:
  'The one dated listing at the price that Together AI and Novita ask without a date' };

/**
 * Tokens a day known of the whole world, each counted once: OpenAI 21.6 T, Google 105.1 T,
 * China 140 T. No class may sell more than its share of them.
 */
const countedTokensPerDay = 266.7e12;

const marketNote: FieldNote = { source:
  'Tokens a day known of the world: China 140 T (National Data Administration, 2026-03), '
  + 'Google 105.1 T on all surfaces (2026-05), OpenAI 21.6 T at its interface (2026-03); '
  + 'no volume of this model alone is public' };

/** The market of a class that sells at a scale at which it has to be asked for. */
export const ofCountedMarket = ({ values, notes, ...rest }: SpecValues): SpecValues => ({ ...rest,
  values: { ...values, marketTokensPerDay: countedTokensPerDay },
  notes: { ...notes, marketTokensPerDay: marketNote } });

/** A traffic class at the common fall of prices, with where its values come from. */
export function soldClass(
  key: string, values: SpecValues['values'], notes: SpecValues['notes'] = {},
): SpecValues {
  return { kind: 'traffic', key, values: { ...values, priceDecline },
    notes: { priceDecline: declineNote,
      ...(values['listing'] === qwenListing ? { listing: listingNote } : {}), ...notes } };
}

/** Why a chat on GPT-OSS-120B is promised faster than a reader reads. */
export const fastNote: SpecValues['notes'] = { minTokPerSecPerUser: { source:
  'Hosts serve GPT-OSS-120B at 485 to 1,844 tokens a second to one user (artificialanalysis.ai, undated)' } };
