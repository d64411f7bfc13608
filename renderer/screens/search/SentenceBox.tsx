import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import { searchText as words } from '../../text/search.ts';
import type { SearchForm } from './form.ts';
import { readSentence, type ReadSentence } from './sentence.ts';

interface Props {
  readonly form: SearchForm;
  readonly plan: Plan | null;
  readonly setForm: (form: SearchForm) => void;
}

/** A question in words, put into the pickers, with what was not understood. */
export function SentenceBox({ form, plan, setForm }: Props) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<ReadSentence | null>(null);
  return (
    <form className="search-sentence-box" onSubmit={(event) => {
      event.preventDefault();
      const found = readSentence(text, form, plan);
      setRead(found);
      setForm(found.form);
    }}>
      <TextInput size="xs" aria-label={words.sentence} placeholder={words.sentenceHint}
        value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
      <Button size="xs" variant="default" type="submit" disabled={text.trim() === ''}>
        {words.understand}</Button>
      {read !== null && (
        <span role="status" className="search-count">
          {read.understood.length > 0 && words.understood(read.understood.join('; '))}{' '}
          {read.not.length > 0 && words.notUnderstood(read.not.join('; '))}
        </span>)}
    </form>
  );
}
