import { Select } from '@mantine/core';
import type { FigureChoice, Variable } from './inputs.ts';
import { searchText as words } from '../../text/search.ts';

/** Entries of a long list shown at once; typing narrows it. */
const shown = 60;

interface FigureProps {
  readonly figures: readonly FigureChoice[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

export function FigurePicker({ figures, value, onChange }: FigureProps) {
  return (
    <Select size="xs" label={words.figure} searchable allowDeselect={false} value={value}
      limit={shown} data={figures.map(({ key, label }) => ({ value: key, label }))}
      onChange={(key) => { if (key !== null) onChange(key); }} />
  );
}

interface VariableProps {
  readonly label: string;
  readonly variables: readonly Variable[];
  readonly value: string;
  readonly onChange: (path: string) => void;
}

/** Inputs of one name are told apart by their paths. */
function optionsOf(variables: readonly Variable[]) {
  const counts = new Map<string, number>();
  for (const { label } of variables) counts.set(label, 1 + (counts.get(label) ?? 0));
  return variables.map(({ path, label }) => ({ value: path,
    label: counts.get(label) === 1 ? label : `${label} · ${path}` }));
}

export function VariablePicker({ label, variables, value, onChange }: VariableProps) {
  return (
    <Select size="xs" label={label} searchable allowDeselect={false} value={value} limit={shown}
      data={optionsOf(variables)}
      onChange={(path) => { if (path !== null) onChange(path); }} />
  );
}
