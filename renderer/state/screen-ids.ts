/** Screens in the order of the data's way. */
export const screenIds = [
  'start',
  'answer',
  'workload',
  'hardware',
  'facility',
  'network',
  'economics',
  'lifecycle',
  'results',
  'risk',
  'search',
  'scenarios',
  'compare',
  'claims',
  'assumptions',
  'catalogue',
  'report',
] as const;
export type ScreenId = (typeof screenIds)[number];
