import type { Random } from './random.ts';

/** Values no page of ours would send. */
const strange: readonly unknown[] = [
  '',
  ' ',
  'x'.repeat(300),
  'x'.repeat(5000),
  '../../outside',
  '/etc/passwd',
  String.raw`C:\x`,
  'a\0b',
  '__proto__',
  'constructor',
  'toString',
  'CON',
  'a:b?',
  '\u202Egnp',
  '🏭'.repeat(40),
  '\ud800',
  '%00',
  '<img src=x onerror=1>',
  `'; DROP TABLE record; --`,
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  null,
  true,
  [],
  {},
  [[]],
  ['x'],
  { __proto__: null, a: 1 },
];

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** One strange value. */
export const strangeValue = (random: Random): unknown =>
  random.chance(0.02) ? nested(random.whole(50, 800)) : random.pick(strange);

/**
 * Sound arguments with something wrong: a value replaced, a key dropped or added, or all
 * of it something else. With one chance in four they stay sound.
 */
export function spoil(args: Readonly<Record<string, unknown>>, random: Random): unknown {
  if (random.chance(0.25)) return args;
  if (random.chance(0.05)) return strangeValue(random);
  const keys = Object.keys(args);
  const spoiled: Record<string, unknown> = { ...args };
  if (keys.length === 0 || random.chance(0.1))
    return { ...spoiled, [random.pick(['extra', '__proto__', 'path'])]: strangeValue(random) };
  const key = random.pick(keys);
  if (random.chance(0.15)) {
    Reflect.deleteProperty(spoiled, key);
    return spoiled;
  }
  const inner = args[key];
  const goIn =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && random.chance(0.7);
  spoiled[key] = goIn ? spoil({ ...inner }, random) : strangeValue(random);
  return spoiled;
}
