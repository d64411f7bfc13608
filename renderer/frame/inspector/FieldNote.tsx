import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { FieldNote as Note } from '../../../shared/project/record.ts';
import type { FieldAddress } from '../../state/document.ts';
import { setNote } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { labelNote } from '../../text/fields.ts';
import { inspectorText } from '../../text/inspector.ts';

interface Props {
  readonly at: FieldAddress;
  readonly note: Note | null;
}

/** Why this value, and where it comes from: kept when the cursor leaves the box. */
export function FieldNote({ at, note }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [text, setText] = useState(note?.note ?? '');
  const [source, setSource] = useState(note?.source ?? '');
  const keep = (): void => {
    const field = fieldOf(at.kind, at.field);
    if (field === undefined || (text === (note?.note ?? '') && source === (note?.source ?? ''))) return;
    const next: Note = { ...(text === '' ? {} : { note: text }), ...(source === '' ? {} : { source }) };
    edit(labelNote(field), setNote(document, scenarioId, at, text === '' && source === '' ? null : next));
  };
  return (
    <section className="inspector-note">
      <Textarea
        size="xs"
        label={inspectorText.note}
        placeholder={inspectorText.noteHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onBlur={keep}
      />
      <TextInput
        size="xs"
        label={inspectorText.noteSource}
        maxLength={2000}
        value={source}
        onChange={(event) => {
          setSource(event.currentTarget.value);
        }}
        onBlur={keep}
      />
    </section>
  );
}
