/** Words of the Reality part of the Results screen. */
export const realityText = {
  part: 'Reality',
  help: 'Each measure beside what others published. The band is the range of the peers, the dashed line twice the highest of them, the bar this plan. An exclamation mark: better than any peer by more than twice.',
  noPeers: 'nobody published one',
  lies: (verdict: string, judged: boolean): string =>
    (judged ? `${verdict} others` : verdict),
  range: (plan: string, low: string, high: string): string =>
    `This plan ${plan}, others ${low} to ${high}`,
  beyond: 'beyond ▸',
  movedBy: 'Moved most by',
  input: (label: string, key: string): string =>
    (['demand', 'capex', 'opex', 'site', 'finance', 'network'].includes(key) ? label
      : `${label} (${key})`),
  peers: (count: number): string => (count === 1 ? '1 peer' : `${count} peers`),
  undated: 'undated',
};
