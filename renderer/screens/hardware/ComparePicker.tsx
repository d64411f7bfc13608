import { Chip } from '@mantine/core';
import { hardwareText } from './text.ts';

interface Props {
  readonly systems: readonly { readonly id: string; readonly name: string }[];
  readonly picked: readonly string[];
  readonly onPick: (ids: readonly string[]) => void;
}

/** Systems whose frontiers are laid over the group's own. */
export function ComparePicker({ systems, picked, onPick }: Props) {
  return (
    <div className="compare" role="group" aria-label={hardwareText.compare}>
      <span className="compare-title">{hardwareText.compare}</span>
      <Chip.Group
        multiple
        value={[...picked]}
        onChange={(ids) => {
          onPick(ids);
        }}>
        {systems.map(({ id, name }) => (
          <Chip key={id} value={id} size="xs" radius="sm" variant="light">
            {name}
          </Chip>
        ))}
      </Chip.Group>
    </div>
  );
}
