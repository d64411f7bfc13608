import { Button, CloseButton, Modal, Progress, Select } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { AnyRead } from '../../foreign/read-any.ts';
import { noteText, type ImportReport } from '../../../shared/import/report.ts';
import { useInputs } from '../../state/hooks.tsx';
import { importDialog, importStore } from '../../state/import-file.ts';
import { importText as words } from '../../text/import-file.ts';
import { Asked } from './Asked.tsx';
import { Keep } from './Keep.tsx';
import { allSaid, nothingYet } from './said.ts';
import './import-dialog.css';
import { useDroppedFile } from './use-dropped-file.ts';
import { useFilePreview } from './use-file-preview.ts';

/** Shows what a dropped or chosen file holds before anything of it is kept. */
export function ImportDialog() {
  const { file, waiting } = useStore(importStore);
  const over = useDroppedFile();
  return (
    <>
      {over && <p className="import-drop" role="status">{words.drop}</p>}
      <Modal opened={file !== null} onClose={importDialog.close} size={720} withCloseButton={false}
        transitionProps={{ duration: 0 }}
        attributes={{ content: { 'aria-label': words.title(file?.name ?? '') } }}>
        {file !== null && <Preview key={`${waiting.length} ${file.name}`} file={file} />}
      </Modal>
    </>
  );
}

function Preview({ file }: { readonly file: File }) {
  const inputs = useInputs();
  const { hint, waiting } = useStore(importStore);
  const [said, say] = useState(() => nothingYet(hint));
  const { preview, last } = useFilePreview(file, allSaid(said, inputs));
  const classes = inputs?.traffic ?? [];
  return (
    <div className="import-preview">
      <div className="import-head">
        <h2>{words.title(file.name)}</h2>
        <CloseButton aria-label={words.close} onClick={importDialog.close} />
      </div>
      {waiting.length > 0 && <p className="import-kind">{words.waiting(waiting.length)}</p>}
      {preview.state === 'reading' && <Reading share={preview.share} />}
      {preview.state === 'failed' && <p role="alert">{preview.reason}</p>}
      {preview.state === 'read' && <Found read={preview.read} />}
      {last?.kind === 'load' && last.report !== null && classes.length > 1 && (
        <Select size="xs" label={words.traffic} allowDeselect={false}
          value={said.traffic ?? classes[0]?.key ?? null}
          onChange={(traffic) => { say({ ...said, traffic }); }}
          data={classes.map((each) => ({ value: each.key, label: each.values.name }))} />
      )}
      {last !== null && <Asked read={last} said={said} say={say} />}
      {preview.state === 'read' && (
        <Keep file={file} read={preview.read} traffic={said.traffic} />
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
