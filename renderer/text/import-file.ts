import type { FileKind } from '../../shared/import/kind.ts';
import type { ImportReport } from '../../shared/import/report.ts';

/** What a person would type on the command line is asked for in the dialog. */
const withoutFlags = (text: string): string => text.replace('; say which with --item N:',
  ':')
  .replace(/; say --.*?(?= \(line|$)/u, '');

/** Words of the preview of a file that was dropped or chosen. */
export const importText = {
  drop: 'Drop the file to see what it holds. Nothing is changed before you say so.',
  title: (file: string) => `Import ${file}`,
  close: 'Close',
  reading: (percent: number) => `Reading, ${percent} %`,
  cancel: 'Cancel',
  add: 'Add to the project',
  label: (file: string) => `Import ${file}`.slice(0, 120),
  unknown: 'The file was not understood',
  kinds: {
    model: 'Model configuration', benchmark: 'Benchmark results', load: 'Load',
    weather: 'Weather', device: 'Device types', rack: 'Rack types', tariff: 'Electricity tariff',
  } satisfies Record<FileKind, string>,
  parts: {
    read: 'Read', repaired: 'Repaired', leftOut: 'Left out', notes: 'To know',
  } satisfies Record<Exclude<keyof ImportReport, 'format'>, string>,
  more: (count: number) => `and ${count} more`,
  line: (line: number, reason: string) =>
    (line === 0 ? withoutFlags(reason) : `Line ${line}: ${withoutFlags(reason)}`),
  note: (text: string) => withoutFlags(text),
  hash: (hash: string) => `SHA-256 ${hash}`,
  traffic: 'Demand of traffic class',
  numbers: {
    reserve: 'Supplies in reserve in each device', item: 'Which of the tariffs',
    context: 'Longest context, tokens',
      zoneHours: 'Hours the place is ahead of its times',
  },
  server: 'Measured on rack group',
  serverHelp: 'Where the file does not name its server; what it names is held against it.',
  widths: { tp: 'Tensor parallel width', attentionDp: 'Attention ranks',
    ep: 'Expert parallel width' },
  where: 'In the racks of', places: { network: 'Network', storage: 'Storage' },
  waiting: (count: number) => (count === 1 ? 'One more file comes next.'
    : `${count} more files come next.`),
  known: (names: readonly string[]) => `In the project already, and left as they are: ${
    names.join(', ')}.`,
  useBuiltIn: (model: string, traffic: string) => `Use the catalogue’s ${model} for ${traffic}`,
  asks: {
    dates: { label: 'Dates', choices: [['us', 'Month first'], ['eu', 'Day first']] },
    times: { label: 'Times count', choices: [['s', 'Seconds'], ['ms', 'Milliseconds'],
      ['min', 'Minutes'], ['h', 'Hours'], ['excel', 'Days of a spreadsheet']] },
    decimal: { label: 'Decimals', choices: [['comma', 'After a comma'], ['point', 'After a point']] },
    hours: { label: 'Hour 1', choices: [['begin', 'Begins at 1:00'], ['end', 'Ends at 1:00']] },
    values: { label: 'Values are', choices: [['rate', 'Speeds per second'],
      ['amount', 'Amounts of each step'], ['counter', 'Running totals']] },
  },
  readOnly: 'The project is read-only; save a copy to keep the file in it.',
} as const;
