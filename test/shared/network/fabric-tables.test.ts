import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyFabric } from '../../../shared/network/verify.ts';
import { readPublished } from './published-fabrics.ts';

/**
 * The textbook counts of a table, written out by hand rather than taken from the rules
 * under test.
 */
function textbook(radix: number, endpoints: number): Readonly<Record<string, string>> {
  const half = radix / 2;
  const leaf = Math.ceil(endpoints / half);
  const counts: Record<string, number> = { design_endpoints: endpoints,
    logical_radix: radix, leaf, node_leaf_cables: endpoints,
    leaf_spine_cables: endpoints };
  if (leaf <= radix) {
    let spine = Math.max(1, Math.ceil(leaf / 2));
    while (half % spine !== 0) spine++;
    counts['spine'] = spine;
  } else {
    counts['spine'] = leaf;
    counts['core'] = Math.ceil(endpoints / radix);
    counts['spine_core_cables'] = endpoints;
  }
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, String(value)]));
}

const status = (cells: Readonly<Record<string, string>>) => verifyFabric([cells]).cases[0];
const anyRadix = fc.constantFrom(32, 36, 40, 48, 64, 128, 144);

describe('tables of the same form', () => {
  it('pass for any radix and any number of endpoints, odd ones too, up to three tiers', () => {
    fc.assert(fc.property(anyRadix, fc.double({ min: 0, max: 1, noNaN: true }),
      (radix, place) => {
        const endpoints = Math.floor(radix + 1 + place * (radix ** 3 / 4 - radix - 1));
        expect(status(textbook(radix, endpoints))?.reason ?? '').toBe('');
        expect(status(textbook(radix, endpoints))?.status).toBe('pass');
      }));
  });

  it.each([
    [32, 8192], [64, 65_536], [128, 524_288],
  ])('three tiers of radix %i end at %i endpoints', (radix, most) => {
    expect(status(textbook(radix, most)))
      .toMatchObject({ status: 'pass', actual: { core: (radix * radix) / 4 } });
    expect(status({ ...textbook(radix, most), design_endpoints: String(most + 1) }))
      .toMatchObject({
        status: 'unsupported', reason: expect.stringMatching(/exceed three tiers/),
      });
  });

  it('pass whatever the order of columns, with cells and columns missing, and among columns nobody knows', () => {
    const published = readPublished();
    const optional = ['confidence', 'su_count', 'leaf', 'node_leaf_cables',
      'leaf_spine_cables'];
    fc.assert(fc.property(fc.constantFrom(...published.keys()), fc.subarray(optional),
      fc.boolean(), (at, dropped, reversed) => {
        const entries = Object.entries(published[at] ?? {})
          .filter(([key]) => !dropped.includes(key));
        const cells = Object.fromEntries([...(reversed ? entries.toReversed() : entries),
          ['colour', 'green']]);
        expect(status(cells)?.status).toBe('pass');
      }));
  });

  it('never throw, whatever stands in the cells', () => {
    const cell = fc.oneof(fc.string(), fc.integer().map(String),
      fc.constantFrom('', '-', 'n/a', '64', '1e9', 'Infinity', '3:1', '٣'));
    const columns = ['case', 'logical_radix', 'design_endpoints', 'gpu_count',
      'node_count', 'leaf', 'spine', 'core', 'oversubscription', 'rails', 'planes',
      'tiers', 'breakout', 'note'];
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...columns), cell), (cells) => {
      expect(['pass', 'fail', 'unsupported']).toContain(status(cells)?.status);
    }));
  });
});
