import { Button, Group, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { ModelReport } from '../../../shared/inference/import/models/report.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { catalog } from '../../state/catalog.ts';
import { usePrint } from '../../state/use-print.ts';
import { modelFacts, modelText } from './model-text.ts';

interface Props {
  readonly report: ModelReport;
  readonly onTake: () => void;
  readonly onUse: (modelId: string) => void;
  readonly onLeave: () => void;
}

/** What was read of a model, before anything is changed. */
export function ModelPreview({ report, onTake, onUse, onLeave }: Props) {
  const print = usePrint();
  const { builtIn, notices, notRead, promise } = report;
  const known = builtIn === null ? undefined : catalog.models[builtIn];
  return (
    <Modal opened onClose={onLeave} size={860} withCloseButton={false}
      transitionProps={{ duration: 0 }} classNames={{ body: 'own-model' }}
      attributes={{ content: { 'aria-label': modelText.title(report.name) } }}>
      <h2>{modelText.title(report.name)}</h2>
      <FactTable title={modelText.facts} help={modelText.help}
        columns={modelText.columns} words={[0, 1, 2]}
        rows={modelFacts(report, print).map((cells) => ({ key: cells[0] ?? '', cells }))} />
      {promise?.agrees === false && <p className="own-warning">{modelText.differs}</p>}
      {known !== undefined && <p>{modelText.builtIn(known.name)}</p>}
      {notices.length > 0 && (
        <div>
          <p>{modelText.notices}</p>
          <ul>{notices.map((notice) => <li key={notice}>{notice}</li>)}</ul>
        </div>
      )}
      {notRead.length > 0 && <p>{modelText.notRead(notRead)}</p>}
      <Group gap={8}>
        <Button size="xs" onClick={onTake}>{modelText.take}</Button>
        {known !== undefined && (
          <Button size="xs" variant="light" onClick={() => { onUse(known.id); }}>
            {modelText.useBuiltIn(known.name)}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onLeave}>{modelText.leave}</Button>
      </Group>
    </Modal>
  );
}

/** Asks for the one thing a file may leave out. */
export function ContextQuestion({ onAnswer }: { readonly onAnswer: (tokens: number) => void }) {
  const [tokens, setTokens] = useState<number | string>('');
  return (
    <section className="own-model own-question" aria-label={modelText.context}>
      <p>{modelText.contextHelp}</p>
      <Group gap={8} align="end">
        <NumberInput size="xs" label={modelText.context} min={2} max={1e9} allowDecimal={false}
          value={tokens} onChange={setTokens} />
        <Button size="xs" disabled={!(Number(tokens) > 1)}
          onClick={() => { onAnswer(Number(tokens)); }}>
          {modelText.readAgain}
        </Button>
      </Group>
    </section>
  );
}
