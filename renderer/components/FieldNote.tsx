import { Textarea, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { fieldOf } from '../../shared/project/kinds.ts';
import type { FieldNote as Note } from '../../shared/project/record.ts';
import type { FieldAddress } from '../state/document.ts';
import { setNote } from '../state/edits.ts';
import { usePlannerStore } from '../state/hooks.tsx';
import { labelNote } from '../text/fields.ts';
import { inspectorText } from '../text/inspector.ts';

interface Props {
  readonly at: FieldAddress;
  readonly note: Note | null;
}

/** Why this value, and where it comes from: kept when the cursor leaves the box. */
export const FieldNote = memo(function FieldNote({ at, note }: Props) {
  const store = usePlannerStore();
  const [text, setText] = useState(note?.note ?? '');
  const [source, setSource] = useState(note?.source ?? '');
  const kept = `${note?.note ?? ''}\n${note?.source ?? ''}`;
  const [seen, setSeen] = useState(kept);
  // A value typed in another currency writes its own note while this one is on show.
  if (seen !== kept) {
    setSeen(kept);
    setText(note?.note ?? '');
    setSource(note?.source ?? '');
  }
  const keep = (): void => {
    const { actions, project, scenarioId } = store.getState();
    const field = fieldOf(at.kind, at.field);
    const same = text === (note?.note ?? '') && source === (note?.source ?? '');
    if (field === undefined || project === null || same) return;
    const next: Note = { ...(text === '' ? {} : { note: text }),
      ...(source === '' ? {} : { source }) };
    const edit = setNote(project.edits.document, scenarioId, at,
      text === '' && source === '' ? null : next);
    actions.edit(labelNote(field), edit);
  };
  return (
    <section className="inspector-note">
      <Textarea
        size="xs"
        label={inspectorText.note}
        placeholder={inspectorText.noteHint}
        maxLength={10_000}
        value={text}
        onChange={(event) => { setText(event.currentTarget.value); }}
        onBlur={keep}
      />
      <TextInput
        size="xs"
        label={inspectorText.noteSource}
        maxLength={2000}
        value={source}
        onChange={(event) => { setSource(event.currentTarget.value); }}
        onBlur={keep}
      />
    </section>
  );
});
