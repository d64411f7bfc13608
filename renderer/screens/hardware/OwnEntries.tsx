import { Button, NumberInput } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { usePlanner } from '../../state/hooks.tsx';
import { ContextQuestion, ModelPreview } from './ModelPreview.tsx';
import { ownText } from './text.ts';
import { useImportModel } from './use-import-model.ts';
import { useImportOwn, type Outcome } from './use-import-own.ts';

interface Props {
  readonly serving: GroupServing;
}

/** Models and measurements of the user's own, read from files. */
export function OwnEntries({ serving }: Props) {
  const chosen = serving.chosen.ok ? serving.chosen.value : null;
  const [tp, setTp] = useState<number | string>(chosen?.tp ?? 1);
  const [dp, setDp] = useState<number | string>(chosen?.attentionDp ?? 1);
  const [ep, setEp] = useState<number | string>(chosen?.ep ?? 1);
  const { outcome, say, readBenchmark, keep } = useImportOwn(serving);
  const models = useImportModel(serving, say);
  const widths = { tp: Number(tp) || 1, attentionDp: Number(dp) || 1, ep: Number(ep) || 1 };
  return (
    <section className="own" aria-label={ownText.title}>
      <h2>{ownText.title}</h2>
      <p>{ownText.help(serving.system.name, serving.model.name)}</p>
      <div className="own-tools">
        <FileButton label={ownText.chooseModel} accept=".json,application/json"
          onFile={models.readModel} />
        <NumberInput size="xs" label={ownText.tp} min={1} max={576} allowDecimal={false}
          value={tp} onChange={setTp} />
        <NumberInput size="xs" label={ownText.dp} min={1} max={576} allowDecimal={false}
          value={dp} onChange={setDp} />
        <NumberInput size="xs" label={ownText.ep} min={1} max={576} allowDecimal={false}
          value={ep} onChange={setEp} />
        <FileButton
          label={ownText.chooseBenchmark}
          accept=".json,.jsonl,.csv,text/csv,application/json"
          onFile={(file) => readBenchmark(file, widths)}
        />
      </div>
      {outcome !== null && <Said outcome={outcome} onKeep={keep} />}
      {models.waiting?.for === 'word' && <ModelPreview report={models.waiting.read.report}
        onTake={models.take} onUse={models.useBuiltIn} onLeave={models.leave} />}
      {models.waiting?.for === 'context' && <ContextQuestion onAnswer={models.answerContext} />}
      <div className="own-lists">
        <div>
          <RecordEditor kind="customModel" />
        </div>
        <div>
          <RecordEditor kind="benchmark" />
        </div>
      </div>
    </section>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

function FileButton({ label, accept, onFile }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null);
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={readOnly}
        leftSection={<IconFileImport size={14} aria-hidden />}
        onClick={() => {
          picker.current?.click();
        }}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void onFile(file);
        }}
      />
    </>
  );
}

/** Lines named before the rest is only counted. */
const namedLines = 8;

function Said({ outcome, onKeep }: { readonly outcome: Outcome; readonly onKeep: () => void }) {
  const { kind, title, lines, waiting } = outcome;
  return (
    <div role={kind === 'refused' ? 'alert' : 'status'} className="own-said" data-kind={kind}>
      <strong>{title}</strong>
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, namedLines).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {lines.length > namedLines && <li>{ownText.more(lines.length - namedLines)}</li>}
        </ul>
      )}
      {waiting > 0 && (
        <Button size="compact-xs" variant="light" onClick={onKeep}>
          {ownText.keep(waiting)}
        </Button>
      )}
    </div>
  );
}
