import type { HandleKind } from './timeline.ts';

/** Words of the Lifecycle screen. */
export const lifecycleText = {
  timeline: 'Timeline',
  timelineHelp:
    'Drag a mark, or focus it and use the arrow keys (with Shift a year at a time).',
  phases: { paid: 'paid ahead', ramp: 'ramp', serve: 'in service' },
  handles: {
    service: (name: string) => `${name}: first month in service`,
    retire: (name: string) => `${name}: last month in service`,
    release: (name: string) => `${name}: rolled out`,
    spike: (name: string) => `${name}: month of the spike`,
    price: (name: string) => `${name}: first month at the new price`,
  } satisfies Readonly<Record<HandleKind, (name: string) => string>>,
  month: (month: number, label: string) => `month ${month}, ${label}`,
  notInUse: 'not in use',
  atHorizon: 'to the horizon',
  moved: (what: string, from: number, to: number) => `${what}: month ${from} → ${to}`,
  roadmap: 'What the roadmap is worth',
  roadmapHelp:
    'Each release is valued on top of those before it, in order of month, whether it is in use or not: the values add up to the plan with all of them less the plan with none.',
  roadmapNone: 'No release is on the roadmap. Take one from the catalogue, or add your own.',
  columns: ['Release', 'Month', 'In use', 'NPV', 'Cost per M tokens', 'Tokens served'],
  without: 'No release',
  all: 'All releases',
  sum: 'Roadmap',
  inUse: (name: string) => `Use ${name}`,
  reachesNone: 'reaches no rack group: see its scope',
  next: (name: string, npv: string) =>
    `The next release, ${name}, is worth ${npv} of net present value.`,
  useAll: 'Use all',
  useNone: 'Use none',
  fromCatalogue: 'Take from the catalogue',
  catalogueHelp:
    'Gains shown in public, with their evidence. They are added out of use, at a chance of one half that you replace.',
  reaches: 'fits this plan',
  addRelease: (name: string) => `Add ${name}`,
};
