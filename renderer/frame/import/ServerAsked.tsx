import { NumberInput, Select } from '@mantine/core';
import { useInputs } from '../../state/hooks.tsx';
import { importText as words } from '../../text/import-file.ts';
import type { Said } from './said.ts';

interface ServerAskedProps {
  readonly said: Said;
  readonly say: (said: Said) => void;
}

const widths = ['tp', 'attentionDp', 'ep'] as const;

/** Whose server was measured, where a load generator does not say. */
export function ServerAsked({ said, say }: ServerAskedProps) {
  const inputs = useInputs();
  if (inputs === null) return null;
  const choose = (group: string | null): void => {
    const own = inputs.rackGroup.find((each) => each.key === group)?.values;
    say({ ...said, group, tp: own?.tensorParallel ?? null,
      attentionDp: own?.attentionDp ?? null, ep: own?.expertParallel ?? null });
  };
  return (
    <>
      <Select size="xs" clearable label={words.server} description={words.serverHelp}
        value={said.group} onChange={choose}
        data={inputs.rackGroup.map(({ key, values }) => ({ value: key, label: values.name }))} />
      {said.group !== null && widths.map((width) => (
        <NumberInput key={width} size="xs" label={words.widths[width]} min={1} max={1024}
          allowDecimal={false} value={said[width] ?? ''}
          onChange={(value) => {
            say({ ...said, [width]: typeof value === 'number' ? value : null });
          }} />
      ))}
    </>
  );
}
