import type { Market, MarketScope } from '../market-types.ts';
import { cite, type Remark } from '../cite.ts';

interface Scope {
  readonly scope: MarketScope;
  readonly models?: readonly string[];
  readonly world?: boolean;
}

const market = (
  id: string, name: string, { scope, models = [], world = false }: Scope,
  figure: Market['figure'],
): Market => ({ id, name, scope, models, world, figure });

/** Tokens a day from tokens of a longer or shorter time, which the note states. */
const aDay = (tokens: number, days: number): number =>
  Number((tokens / days).toPrecision(4));
const said = (note: string): Remark => ({ note });

const rankings = cite('OpenRouter rankings, quoted by vpsmesh.com and novakvm.com 2026-06-06',
  '2026-05-24', 'measured');
const page = cite('OpenRouter page of DeepSeek R1 0528, stored copy', null, 'measured');
const infra = cite('deepseek-ai/open-infra-index, day 6', '2025-02-28', 'measured');
const nda = cite('National Data Administration of China, quoted by itiger.com', '2026-03',
  'vendor');

/** What is known of how many tokens are asked for. */
export const markets: readonly Market[] = [
  market('openrouter', 'OpenRouter (all models, May 2026)', { scope: 'router' },
    rankings(aDay(28.9e12, 7), 'tok/day', said('28.9 T a week, free models included'))),
  market('openrouter-june', 'OpenRouter (all models, June 2026)', { scope: 'router' },
    cite('bargo.ai on OpenRouter', '2026-06-28', 'analyst')(aDay(44.7e12, 7), 'tok/day',
      said('44.7 T a week'))),
  market('openrouter-r1-0528', 'OpenRouter (DeepSeek R1 0528)',
    { scope: 'router', models: ['deepseek-r1'] },
    page(aDay(13.5e9, 7), 'tok/day', said('13.5 B a week'))),
  market('openrouter-v4-flash', 'OpenRouter (DeepSeek V4 Flash)',
    { scope: 'router', models: ['deepseek-v4-flash'] },
    cite('OpenRouter rankings, quoted by nodemini.com', '2026-05-24', 'measured')(
      aDay(3.43e12, 7), 'tok/day', said('3.43 T a week'))),
  market('deepseek-2025', 'DeepSeek itself (V3 and R1, early 2025)',
    { scope: 'api', models: ['deepseek-r1'] },
    infra(776e9, 'tok/day', said('608 B input and 168 B output in a day'))),
  market('together', 'Together AI', { scope: 'host' },
    cite('Tomasz Tunguz, the trillion token race', '2025-09', 'vendor')(2e12, 'tok/day')),
  market('fireworks', 'Fireworks AI', { scope: 'host' },
    cite('interviewsvector.com', '2026-05', 'analyst')(10e12, 'tok/day',
      said('at least; secondary'))),
  market('openai-api', 'OpenAI’s interface', { scope: 'api', world: true },
    cite('OpenAI’s financing announcement, quoted by devlery.com', '2026-03-31', 'vendor')(
      21.6e12, 'tok/day', said('more than 15 B a minute; secondary'))),
  market('google-api', 'Google’s interface', { scope: 'api' },
    cite('Google, quoted by keepingupwith.ai', '2026-05-19', 'vendor')(27.36e12, 'tok/day',
      said('19 B a minute; secondary'))),
  market('google-all', 'Google (all surfaces)', { scope: 'company', world: true },
    cite('Google, quoted by chatforest.com', '2026-05-19', 'vendor')(aDay(3.2e15, 30.4375),
      'tok/day', said('3,200 T a month; secondary'))),
  market('china', 'China', { scope: 'country', world: true },
    nda(140e12, 'tok/day', said('state statistic; secondary'))),
];
