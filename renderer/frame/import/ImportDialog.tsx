import { Button, CloseButton, Group, Modal, NumberInput, Progress, Select } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { AnyRead, SaidOfFile } from '../../foreign/read-any.ts';
import type { LoadOptions } from '../../../shared/import/load/types.ts';
import { noteText, type ImportReport } from '../../../shared/import/report.ts';
import { catalog } from '../../state/catalog.ts';
import { useActions, useDocument, useInputs, useIsReadOnly, useScenarioId } from '../../state/hooks.tsx';
import { importDialog, importStore, keepRecords } from '../../state/import-file.ts';
import { importText as words } from '../../text/import-file.ts';
import './import-dialog.css';
import { useDroppedFile } from './use-dropped-file.ts';
import { useFilePreview } from './use-file-preview.ts';

/** Shows what a dropped or chosen file holds before anything of it is kept. */
export function ImportDialog() {
  const file = useStore(importStore, (state) => state.file);
  const over = useDroppedFile();
  return (
    <>
      {over && <p className="import-drop" role="status">{words.drop}</p>}
      <Modal opened={file !== null} onClose={importDialog.close} size={720} withCloseButton={false}
        transitionProps={{ duration: 0 }}
        attributes={{ content: { 'aria-label': words.title(file?.name ?? '') } }}>
        {file !== null && <Preview key={`${file.name} ${file.lastModified}`} file={file} />}
      </Modal>
    </>
  );
}

const startSaid: Omit<SaidOfFile, 'siteLatitude' | 'traffic'> = { load: {}, reserve: null };

function Preview({ file }: { readonly file: File }) {
  const inputs = useInputs();
  const [said, say] = useState(startSaid);
  const [key, setKey] = useState<string | null>(null);
  const classes = inputs?.traffic ?? [];
  const target = classes.find((each) => each.key === key) ?? classes[0];
  const all: SaidOfFile = { ...said,
    siteLatitude: catalog.sites[inputs?.site.values.site ?? '']?.latitude ?? null,
    traffic: target === undefined ? null : { traffic: target.key, isl: target.values.isl,
      osl: target.values.osl, zoneHours: 0 } };
  const preview = useFilePreview(file, all);
  return (
    <div className="import-preview">
      <div className="import-head">
        <h2>{words.title(file.name)}</h2>
        <CloseButton aria-label={words.close} onClick={importDialog.close} />
      </div>
      {preview.state === 'reading' && <Reading share={preview.share} />}
      {preview.state === 'failed' && <p role="alert">{preview.reason}</p>}
      {preview.state === 'read' && (
        <>
          <Found read={preview.read} />
          {preview.read.kind === 'load' && preview.read.report !== null && classes.length > 1 && (
            <Select size="xs" label={words.traffic} allowDeselect={false} value={target?.key ?? null}
              onChange={setKey} data={classes.map((each) =>
                ({ value: each.key, label: each.values.name }))} />
          )}
          <Asked read={preview.read} load={said.load} reserve={said.reserve}
            onLoad={(load) => { say({ ...said, load }); }}
            onReserve={(reserve) => { say({ ...said, reserve }); }} />
          <Keep file={file} read={preview.read} />
        </>
      )}
    </div>
  );
}

function Reading({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100);
  return (
    <div className="import-reading" role="status">
      <span>{words.reading(percent)}</span>
      <Progress value={percent} aria-label={words.reading(percent)} />
      <Button size="xs" variant="default" onClick={importDialog.close}>{words.cancel}</Button>
    </div>
  );
}

const parts = ['read', 'repaired', 'leftOut', 'notes'] as const;
/** Lines of a part before the rest is only counted. */
const shown = 12;

function Found({ read: { kind, report, problems, sha256 } }: { readonly read: AnyRead }) {
  return (
    <>
      <p className="import-kind">
        <strong>{kind === null ? words.unknown : words.kinds[kind]}</strong>
        {report !== null && <span>{report.format}</span>}
      </p>
      {problems.length > 0 && (
        <ul role="alert" className="import-problems">
          {problems.slice(0, shown).map(({ code, line, reason }) => (
            <li key={`${code} ${line} ${reason}`}>{words.line(line, reason)}</li>
          ))}
          {problems.length > shown && <li>{words.more(problems.length - shown)}</li>}
        </ul>
      )}
      {report !== null && parts.map((part) => <Part key={part} part={part} report={report} />)}
      {sha256 !== '' && <p className="import-hash">{words.hash(sha256)}</p>}
    </>
  );
}

function Part({ part, report }: { readonly part: (typeof parts)[number]; readonly report: ImportReport }) {
  const notes = report[part];
  if (notes.length === 0) return null;
  return (
    <section aria-label={words.parts[part]}>
      <h3>{words.parts[part]}</h3>
      <ul>
        {notes.slice(0, shown).map((each) => (
          <li key={JSON.stringify(each)}>{words.note(noteText(each))}</li>
        ))}
        {notes.length > shown && <li>{words.more(notes.length - shown)}</li>}
      </ul>
    </section>
  );
}

interface AskedProps {
  readonly read: AnyRead;
  readonly load: LoadOptions;
  readonly reserve: number | null;
  readonly onLoad: (load: LoadOptions) => void;
  readonly onReserve: (reserve: number | null) => void;
}

type Ask = keyof typeof words.asks;
const askIds = ['dates', 'times', 'decimal', 'hours', 'values'] as const satisfies readonly Ask[];

/** What the file does not say and a person has to. */
function Asked({ read, load, reserve, onLoad, onReserve }: AskedProps) {
  const open = askIds.filter((id) => load[id] !== undefined
    || read.problems.some(({ code, reason }) => code === `ambiguous-${id}` || reason.includes(`--${id}`)));
  const asksReserve = reserve !== null
    || (read.report?.notes.some(({ code }) => code.startsWith('reserve')) ?? false);
  if (open.length === 0 && !asksReserve) return null;
  return (
    <div className="import-asked">
      {open.map((id) => (
        <Select key={id} size="xs" label={words.asks[id].label} value={load[id] ?? null}
          onChange={(value) => { onLoad({ ...load, [id]: value ?? undefined }); }}
          data={words.asks[id].choices.map(([value, label]) => ({ value, label }))} />
      ))}
      {asksReserve && (
        <NumberInput size="xs" label={words.reserve} min={0} max={64} allowDecimal={false}
          value={reserve ?? ''}
          onChange={(value) => { onReserve(value === '' ? null : Number(value)); }} />
      )}
    </div>
  );
}

/** One commit, which one undo takes back. */
function Keep({ file, read: { records, obstacle } }: { readonly file: File; readonly read: AnyRead }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const fixed = useIsReadOnly();
  const why = fixed ? words.readOnly : obstacle;
  return (
    <>
      {why !== null && <p role="note" className="import-obstacle">{why}</p>}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={importDialog.close}>{words.cancel}</Button>
        <Button size="xs" data-main disabled={fixed || records.length === 0}
          onClick={() => {
            edit(words.label(file.name), keepRecords(document, scenarioId, records));
            importDialog.close();
          }}>
          {words.add}
        </Button>
      </Group>
    </>
  );
}
