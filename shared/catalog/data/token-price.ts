import type { Quote } from '../cite.ts';
import type { TokenPrice } from '../types.ts';
import type { PriceRow } from './token-price-rows.ts';

const slug = (text: string): string =>
  text.toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^-|-$/g, '');

/**
 * DeepSeek ended the names deepseek-chat and deepseek-reasoner on 2026-07-24, 15:59 UTC
 * (tokenmix.ai 2026-04-30 quoting api-docs.deepseek.com); they answered with V4-Flash
 * before.
 */
const retiredNames: Readonly<Record<string, string>> = {
  'deepseek deepseek-chat': '2026-07-24', 'deepseek deepseek-reasoner': '2026-07-24',
};

/**
 * Rows under a maker’s name whose figures equal OpenRouter’s cheapest route to the last
 * digit, all read on 2026-06-09: the maker’s own price is not to be had from them.
 */
const relayed: ReadonlySet<string> = new Set([
  'openai gpt-oss-120b', 'openai gpt-oss-20b', 'deepseek deepseek-v3.2',
  'deepseek deepseek-v3.2-exp', 'moonshotai kimi-k2',
]);

/** A listing from a row of a table. */
export function tokenPrice(
  row: PriceRow, kind: Exclude<TokenPrice['kind'], 'former'>, quote: Quote, remark?: string,
): TokenPrice {
  const [model, modelId, provider, input, cached, output, date, condition = ''] = row;
  const when = slug(condition === '' ? date ?? 'undated' : condition);
  const tail = { list: '', conditional: `-${when}`, history: `-${when}-history` }[kind];
  const about = remark === undefined ? undefined : { note: remark };
  const retired = retiredNames[`${provider} ${model}`];
  return {
    id: `${slug(provider)}-${slug(model)}${tail}`, model, modelId, provider, condition, kind,
    checked: date,
    ...(retired === undefined ? {} : { retired }),
    ...(relayed.has(`${provider} ${model}`) ? { relayed: true } : {}),
    inputUsdPerMtok: quote(input, 'USD/Mtok', about),
    ...(cached === null ? {} : { cachedUsdPerMtok: quote(cached, 'USD/Mtok', about) }),
    outputUsdPerMtok: quote(output, 'USD/Mtok', about),
  };
}
