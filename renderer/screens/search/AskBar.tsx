import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePrint } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { FigureChoice, Variable } from './inputs.ts';
import { readSentence, type Sentence } from './sentence.ts';

interface Props {
  readonly variables: readonly Variable[];
  readonly figures: readonly FigureChoice[];
  readonly onAsk: (sentence: Sentence) => void;
}

/** A question in one sentence; what is not understood is said, and nothing is run. */
export function AskBar({ variables, figures, onAsk }: Props) {
  const print = usePrint();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const ask = (): void => {
    const sentence = readSentence(text, { figures, variables, print });
    const { unread, vary } = sentence;
    const wrong = unread.length > 0 ? words.unread(unread)
      : vary.length === 0 ? words.varyNothing : vary.length > 2 ? words.varyMany : null;
    setProblem(wrong);
    if (wrong === null) onAsk(sentence);
  };
  return (
    <form className="search-ask" onSubmit={(event) => { event.preventDefault(); ask(); }}>
      <TextInput size="xs" aria-label={words.sentence} placeholder={words.example} value={text}
        error={problem}
        onChange={({ currentTarget }) => { setText(currentTarget.value); setProblem(null); }} />
      <Button size="xs" type="submit" variant="default" disabled={text.trim() === ''}>
        {words.ask}
      </Button>
    </form>
  );
}
