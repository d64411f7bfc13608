import type { ModelReport } from './report.ts';

const billions = (value: number): string => `${value.toFixed(2)} B`;
const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');
const bytes = (value: number): string => `${grouped(value)} bytes`;
const tokens = (value: number): string => `${grouped(value)} tokens`;

function promiseLine({ promise, totalB, activeB }: ModelReport): string {
  if (promise === null) return 'states no size';
  const said = [...(promise.totalB === null ? [] : [`${promise.totalB} B in total`]),
    ...(promise.activeB === null ? [] : [`${promise.activeB} B active`])].join(', ');
  return promise.agrees ? `${said}: agrees`
    : `${said}: DIFFERS from the ${totalB.toFixed(2)} B and ${activeB.toFixed(2)} B read`;
}

function layersLine({ layers, windowLayers, window, stateLayers }: ModelReport): string {
  return [`${layers}`,
    ...(windowLayers === 0 ? []
      : [`${windowLayers} with a window of ${tokens(window)}`]),
    ...(stateLayers === 0 ? [] : [`${stateLayers} without a growing cache`])].join(', ');
}

/** What a person sees of a model before taking it: names of facts, and the facts. */
export const modelRows = (report: ModelReport): readonly (readonly [label: string,
  text: string])[] => [
  ['model', report.name], ['family', report.family === '' ? 'not stated' : report.family],
  ['parameters', billions(report.totalB)],
  ['active', `${billions(report.activeB)} (without the input embedding)`],
  ['its name', promiseLine(report)],
  ['KV per token',
    `${bytes(report.kvBytesPerToken)} in bf16, layers that grow with context`],
  ['at 8,192', `${bytes(report.kvBytesAt['8192'])} per token, windows included`],
  ['at 131,072', `${bytes(report.kvBytesAt['131072'])} per token, windows included`],
  ...(report.stateBytes === 0 ? []
    : [['state', `${bytes(report.stateBytes)} per sequence, whatever its length`] as const]),
  ['layers', layersLine(report)], ['context', tokens(report.context)],
  ['weights', report.precision],
];
