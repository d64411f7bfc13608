import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { scenariosText as words } from '../../text/scenarios.ts';
import { findFields, presetPaths, type Preset, type RedactableField } from './redactable.ts';

interface Props {
  readonly fields: readonly RedactableField[];
  readonly chosen: readonly string[];
  readonly onChoose: (paths: readonly string[]) => void;
}

/** Fields listed at once; the search finds the others. */
const most = 200;

const presets: readonly Preset[] = ['money', 'names', 'client'];

/** Which of the fields that are set are taken out of the package. */
export function RedactChooser({ fields, chosen, onChoose }: Props) {
  const [text, setText] = useState('');
  const found = findFields(fields, text);
  const shown = found.slice(0, most);
  const choose = (path: string, on: boolean): void => {
    onChoose(on ? [...chosen, path] : chosen.filter((each) => each !== path));
  };
  return (
    <section className="scenario-panel" aria-label={words.redact}>
      <h2>{words.redact}</h2>
      <p className="scenario-keys">{words.redactHelp}</p>
      <div className="scenario-tools">
        <TextInput size="xs" label={words.findField} value={text}
          onChange={(event) => { setText(event.currentTarget.value); }} />
        {presets.map((preset) => (
          <Button key={preset} size="xs" variant="default"
            onClick={() => {
              onChoose([...new Set([...chosen, ...presetPaths(fields, preset)])]);
            }}>
            {words.presets[preset]}
          </Button>
        ))}
        <Button size="xs" variant="subtle" disabled={chosen.length === 0}
          onClick={() => { onChoose([]); }}>
            {words.clear}
          </Button>
      </div>
      <p className="scenario-keys"
        role="status">{words.chosen(chosen.length, fields.length)}</p>
      <div className="redact-list" role="group" aria-label={words.redact}>
        {shown.map(({ path, label, record }) => (
          <Checkbox key={path} size="xs" checked={chosen.includes(path)}
            label={`${label} · ${record}`}
            description={path}
            onChange={(event) => { choose(path, event.currentTarget.checked); }} />
        ))}
      </div>
      {found.length > most
        && <p className="scenario-keys">{words.more(found.length - most)}</p>}
    </section>
  );
}
