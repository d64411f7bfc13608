import { NumberInput, Select } from '@mantine/core';
import type { AnyRead } from '../../foreign/read-any.ts';
import { importText as words } from '../../text/import-file.ts';
import { ServerAsked } from './ServerAsked.tsx';
import type { Said } from './said.ts';
import { WhereAsked } from './WhereAsked.tsx';

interface AskedProps {
  readonly read: AnyRead;
  readonly said: Said;
  readonly say: (said: Said) => void;
}

type Ask = keyof typeof words.asks;
const askIds = ['dates', 'times', 'decimal', 'hours',
  'values'] as const satisfies readonly Ask[];

const hasProblem = ({ problems }: AnyRead, code: string): boolean =>
  problems.some((each) => each.code === code);

/** Numbers a file may leave open, while it does or once somebody has said them. */
function openNumbers(read: AnyRead, said: Said) {
  const reserves = read.report?.notes.some(({ code }) => code.startsWith('reserve'))
    ?? false;
  return [
    { key: 'reserve', isOpen: said.reserve !== null || reserves, least: 0, most: 64 },
    { key: 'item', isOpen: said.item !== null || hasProblem(read, 'several'), least: 1,
      most: 999 },
    { key: 'context', isOpen: said.context !== null || hasProblem(read, 'no-context'),
      least: 1,
      most: 1e9 },
    { key: 'zoneHours', isOpen: read.kind === 'load' && read.report !== null, least: -12,
      most: 14 },
  ] as const;
}

/** What the file does not say and a person has to. */
export function Asked({ read, said, say }: AskedProps) {
  const open = askIds.filter((id) => said.load[id] !== undefined
    || read.problems.some(({ code, reason }) => code === `ambiguous-${id}`
      || reason.includes(`--${id}`)));
  const numbers = openNumbers(read, said).filter(({ isOpen }) => isOpen);
  const isMeasured = read.kind === 'benchmark';
  if (open.length === 0 && numbers.length === 0 && !isMeasured && !read.isInventory) return null;
  return (
    <div className="import-asked">
      {open.map((id) => (
        <Select key={id} size="xs" label={words.asks[id].label} value={said.load[id]
          ?? null}
          onChange={(value) => { say({ ...said, load: { ...said.load, [id]: value
            ?? undefined } }); }}
          data={words.asks[id].choices.map(([value, label]) => ({ value, label }))} />
      ))}
      {numbers.map(({ key, least, most }) => (
        <NumberInput key={key} size="xs" label={words.numbers[key]} min={least} max={most}
          allowDecimal={false} value={said[key] ?? ''}
          onChange={(value) => {
            const number = typeof value === 'number' ? value : null;
            say({ ...said, [key]: key === 'zoneHours' ? number ?? 0 : number });
          }} />
      ))}
      {isMeasured && <ServerAsked said={said} say={say} />}
      {read.isInventory && <WhereAsked said={said} say={say} />}
    </div>
  );
}
