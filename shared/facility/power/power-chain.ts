import { unreachable } from '../../units/result.ts';
import type { PowerChain, Redundancy } from '../types.ts';

/**
 * Share of the installed UPS rating that may be loaded so that the loss of one block is
 * survived. N 1; N+1 n/(n+1); 2N 1/2; 3-make-2 2/3; 4-make-3 3/4; block redundant n/(n+r)
 * with r = 1; 2(N+1) n/(2(n+1)).
 * @param blocks active blocks n, >= 1; used by N+1, block redundant and 2(N+1)
 * @throws RangeError when blocks < 1
 * @example usableFraction('4m3', 4) // 0.75
 */
export function usableFraction(redundancy: Redundancy, blocks: number): number {
  if (!(blocks >= 1)) throw new RangeError(`blocks is ${blocks}`);
  switch (redundancy) {
    case 'n': return 1;
    case 'n+1': case 'block': return blocks / (blocks + 1);
    case '2n': return 1 / 2;
    case '3m2': return 2 / 3;
    case '4m3': return 3 / 4;
    case '2n+1': return blocks / (2 * (blocks + 1));
    default: return unreachable(redundancy, 'usableFraction');
  }
}

/** Losses between the meter and the rack for an IT load, kW. */
export interface ChainLosses {
  readonly distributionKw: number;
  readonly upsKw: number;
  readonly transformerKw: number;
}

/**
 * Loss of a UPS at a load: rating (a + b L + c L^2).
 * @param load L, throughput over rating, 0..1
 * @example upsLossKw({ a: 0.006, b: 0.016, c: 0.009 }, 1500, 0.5) // 24.375
 */
export function upsLossKw(loss: PowerChain['upsLoss'], ratingKw: number, load: number): number {
  return ratingKw * (loss.a + loss.b * load + loss.c * load * load);
}

/**
 * Losses of the chain at an IT load; the UPS is sized so that the design load uses its
 * usable share. Distribution loss grows with the load, transformer loss with what passes
 * the transformer. In an 800 V DC hall rectifiers stand in the place of the UPS, and
 * their loss is reported in its place.
 * @param itKw IT load now, 0..designKw; designKw the load the chain was sized for, > 0
 * @example chainLosses(chain, 1000, 1000).distributionKw // 10 at 1 % distribution loss
 */
export function chainLosses(chain: PowerChain, itKw: number, designKw: number): ChainLosses {
  const distributionKw = itKw * chain.distributionLoss;
  const through = itKw + distributionKw;
  const upsKw = conversionLossKw(chain, through, upsRatingKw(chain, designKw));
  const transformerKw = (through + upsKw) * (1 / chain.transformerEfficiency - 1);
  return { distributionKw, upsKw, transformerKw };
}

/**
 * Loss of what stands between transformer and distribution: UPS, or rectifiers of a DC
 * hall.
 */
function conversionLossKw(chain: PowerChain, throughKw: number, ratingKw: number): number {
  const { rectifierEfficiency } = chain;
  if (rectifierEfficiency === undefined)
    return upsLossKw(chain.upsLoss, ratingKw, throughKw / ratingKw);
  return throughKw * (1 / rectifierEfficiency - 1);
}

/**
 * UPS rating to install for an IT load: what passes the UPS over the usable share.
 * @example upsRatingKw({ ...chain, redundancy: '2n', distributionLoss: 0 }, 1000) // 2000
 */
export function upsRatingKw(chain: PowerChain, designKw: number): number {
  return (designKw * (1 + chain.distributionLoss)) / usableFraction(chain.redundancy,
    chain.blocks);
}
