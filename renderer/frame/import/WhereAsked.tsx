import { Select } from '@mantine/core';
import { useInputs } from '../../state/hooks.tsx';
import { importText as words } from '../../text/import-file.ts';
import type { Said } from './said.ts';

interface WhereAskedProps {
  readonly said: Said;
  readonly say: (said: Said) => void;
}

/** In whose racks the devices of an inventory stand. */
export function WhereAsked({ said, say }: WhereAskedProps) {
  const groups = (useInputs()?.rackGroup ?? [])
    .map(({ key, values }) => ({ value: key, label: values.name }));
  const { network, storage } = words.places;
  return (
    <Select size="xs" label={words.where} value={said.where}
      onChange={(where) => { say({ ...said, where }); }}
      data={[...groups, { value: 'network', label: network },
        { value: 'storage', label: storage }]} />
  );
}
