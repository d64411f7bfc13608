import type { ModelReport } from '../../../shared/inference/import/models/report.ts';
import { formatFixed } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';

/** Words of a model's configuration before it is taken. */
export const modelText = {
  title: (name: string) => `Model read: ${name}`,
  facts: 'What was read',
  help: 'Nothing has changed yet. Check the counts against what you know of the model.',
  columns: ['Fact', 'As read', 'What it means'],
  take: 'Take this model',
  useBuiltIn: (name: string) => `Use ${name} of the catalogue`,
  leave: 'Leave it',
  builtIn: (name: string) =>
    `The catalogue has the same model as ${name}, with its sources and measurements.`,
  notices: 'What the file leaves out, or what was left out of it',
  notRead: (keys: readonly string[]) =>
    `Keys without a known meaning, which do not change sizes: ${keys.join(', ')}.`,
  differs: 'The name promises something else: the file may belong to another model.',
  context: 'Longest context, tokens',
  contextHelp: 'The file states no longest context. State it, and the file is read again.',
  readAgain: 'Read again',
  used: (name: string) => `${name} of the catalogue serves this traffic now.`,
} as const;

const count = (value: number, print: Print): string => formatFixed(value, 0, print);

function promised({ promise }: ModelReport, print: Print): string {
  if (promise === null) return 'The name states no size';
  const digits = (value: number): string => formatFixed(value, value % 1 === 0 ? 0 : 1, print);
  const said = [
    ...(promise.totalB === null ? [] : [`${digits(promise.totalB)} B in total`]),
    ...(promise.activeB === null ? [] : [`${digits(promise.activeB)} B active`]),
  ].join(', ');
  return `${said}: ${promise.agrees ? 'agrees' : 'differs'}`;
}

function layersOf(report: ModelReport, print: Print): string {
  const { layers, windowLayers, window, stateLayers } = report;
  return [
    count(layers, print),
    ...(windowLayers === 0 ? []
      : [`${count(windowLayers, print)} with a window of ${count(window, print)} tokens`]),
    ...(stateLayers === 0 ? []
      : [`${count(stateLayers, print)} without a growing cache`]),
  ].join(', ');
}

/** The facts of a model as rows: name, value, meaning. */
export function modelFacts(report: ModelReport, print: Print): readonly (readonly string[])[] {
  const bytes = (value: number): string => `${count(value, print)} bytes`;
  return [
    ['Parameters', `${formatFixed(report.totalB, 2, print)} B`, 'all weights, of the text model'],
    ['Active', `${formatFixed(report.activeB, 2, print)} B`,
      'used for each token, without the input embedding'],
    ['Its name', promised(report, print), 'what the name promises, held against the counts'],
    ['KV cache per token', bytes(report.kvBytesPerToken),
      'one more token in the layers that grow with context, in bf16'],
    ['At 8,192 tokens', bytes(report.kvBytesAt['8192']), 'mean per token, windows included'],
    ['At 131,072 tokens', bytes(report.kvBytesAt['131072']), 'mean per token, windows included'],
    ...(report.stateBytes === 0 ? [] : [['State', bytes(report.stateBytes),
      'of one sequence, whatever its length']]),
    ['Layers', layersOf(report, print), 'how they keep context'],
    ['Context', `${count(report.context, print)} tokens`, 'the longest the file states'],
    ['Weights', report.precision, 'the precision they are published in'],
    ['Family', report.family === '' ? 'not stated' : report.family, 'the class it was read as'],
  ];
}
