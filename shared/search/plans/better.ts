/** Figures of which less is better: costs, losses, waste and waiting. */
const lessIsBetter = /cost|capex|opex|energyUsd|pue|wue|joules|co2|payback|lcot|levelised|watts|ttft|tpot/iu;

/**
 * Whether more of a figure is better, 1, or less, -1.
 * @example directionOf('headline.npvUsd') // 1
 * @example directionOf('headline.costPerMTokUsd') // -1
 */
export const directionOf = (key: string): 1 | -1 => (lessIsBetter.test(key) ? -1 : 1);
