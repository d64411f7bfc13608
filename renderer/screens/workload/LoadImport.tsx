import { Button, NumberInput, Select } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import {
  explainLoad, summariseReport, type importLoad,
} from '../../../shared/plan/entries/load-curve.ts';
import { readForeign } from '../../foreign/read-foreign.ts';
import { addRecord } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, usePlanner, useScenarioId,
} from '../../state/hooks.tsx';
import { explainReading } from '../../text/reading.ts';
import './load-import.css';
import { loadText as words } from './text.ts';

/** Largest file that is read at once, bytes; half a century of hours is about 15 MB. */
const mostBytes = 64 * 1024 * 1024;

interface Outcome {
  readonly kind: 'imported' | 'refused';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Lines named before the rest is only counted. */
const namedLines = 6;

/**
 * Reads a load curve from a CSV file into the project; a file that cannot be read is
 * explained line by line.
 */
export function LoadImport() {
  const inputs = useInputs();
  const read = useLoadFile();
  const picker = useRef<HTMLInputElement>(null);
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const [traffic, setTraffic] = useState<string | null>(null);
  const [zone, setZone] = useState<number | string>(0);
  const classes = inputs?.traffic ?? [];
  const target = classes.find(({ key }) => key === traffic) ?? classes[0];
  if (target === undefined) return null;
  return (
    <section className="load-import" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <div className="load-import-tools">
        <Select size="xs" label={words.traffic} allowDeselect={false} value={target.key}
          onChange={setTraffic}
          data={classes.map(({ key, values }) => ({ value: key, label: values.name }))} />
        <NumberInput size="xs" label={words.zone} min={-12} max={14} allowDecimal={false}
          value={zone} onChange={setZone} />
        <Button size="xs" variant="default" disabled={readOnly}
          leftSection={<IconFileImport size={14} aria-hidden />}
          onClick={() => { picker.current?.click(); }}>
          {words.choose}
        </Button>
        <input ref={picker} type="file" accept=".csv,.tsv,.txt,text/csv" hidden
          aria-label={words.choose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined)
              void read.file(file, { traffic: target.key, isl: target.values.isl,
                osl: target.values.osl, zoneHours: Number(zone) || 0 });
          }} />
      </div>
      {read.outcome !== null && <Said outcome={read.outcome} />}
    </section>
  );
}

function Said({ outcome: { kind, title, lines } }: { readonly outcome: Outcome }) {
  return (
    <div role={kind === 'refused' ? 'alert' : 'status'} className="load-import-said"
      data-kind={kind}>
        <strong>{title}</strong>
        {lines.length > 0 && (
          <ul>
            {lines.slice(0, namedLines).map((line) => <li key={line}>{line}</li>)}
            {lines.length > namedLines && <li>{words.more(lines.length - namedLines)}</li>}
          </ul>
        )}
      </div>
  );
}

/** Reads a file and adds it as a load curve, or says why it was not taken. */
function useLoadFile() {
  const { edit, pick } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [outcome, say] = useState<Outcome | null>(null);
  const file = async (
    chosen: File, target: Parameters<typeof importLoad>[2],
  ): Promise<void> => {
    if (chosen.size > mostBytes) {
      say({ kind: 'refused', title: words.refused(chosen.name), lines: [words.tooLarge] });
      return;
    }
    const reading = await readForeign('load',
      { text: await chosen.text(), name: chosen.name, target });
    if (!reading.ok) {
      say({ kind: 'refused', title: words.refused(chosen.name), lines: [
        explainReading(reading.error),
      ] });
      return;
    }
    const curve = reading.value;
    if (!curve.ok) {
      say({ kind: 'refused', title: words.refused(chosen.name),
        lines: curve.error.map((problem) => explainLoad(problem)) });
      return;
    }
    const added = addRecord(document, scenarioId, 'loadSeries', 'load',
      curve.value.value.values);
    edit(words.imported(chosen.name), added.edit);
    pick('loadSeries', added.key);
    say({ kind: 'imported', title: words.imported(chosen.name),
      lines: summariseReport(curve.value.report) });
  };
  return { outcome, file };
}
