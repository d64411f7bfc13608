import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { keptDefaults } from '../../../shared/project/defaults.ts';
import type { Field } from '../../../shared/project/field.ts';
import { kindOf } from '../../../shared/project/kinds.ts';
import {
  listNewerDefaults, type NewerDefault,
} from '../../../shared/project/newer-defaults.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { takeNewerDefaults } from '../../state/default-edits.ts';
import { describeIn } from '../../state/describe.ts';
import { headlineMoves } from '../../state/headline-moves.ts';
import {
  useActions, useDocument, useInputs, useIsReadOnly, useScenarioId,
} from '../../state/hooks.tsx';
import { assumptionsText as words } from '../../text/assumptions.ts';

/**
 * Defaults that changed since those the project keeps, what they would move, and the way
 * to take them.
 */
export function DefaultsOffer() {
  const document = useDocument();
  const kept = keptDefaults(document);
  const offered = listNewerDefaults(kept);
  return offered.length === 0 ? null : <Offer version={kept.defaultsVersion}
    offered={offered} />;
}

interface Props {
  readonly version: string;
  readonly offered: readonly NewerDefault[];
}

function Offer({ version, offered }: Props) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = useIsReadOnly();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = offered.filter(({ path }) => !left.has(path)).map(({ path }) => path);
  const update = takeNewerDefaults(document, scenarioId, chosen);
  const moves = headlineMoves(document, applyChanges(document, update), scenarioId);
  const choose = (path: string): void => {
    setLeft(new Set(left.has(path) ? [...left].filter((each) => each !== path) : [
      ...left, path,
    ]));
  };
  return (
    <section className="kept-values" aria-label={words.defaultsTitle}>
      <p>{words.defaultsOlder(version, offered.length)}</p>
      {offered.map((each) => (
        <Line key={each.path} offer={each} chosen={!left.has(each.path)} choose={choose} />
      ))}
      <ul>
        {moves.map(({ label, now, later }) =>
          <li key={label}>{words.defaultMoves(label, now, later)}</li>)}
      </ul>
      <Button size="xs" disabled={readOnly || chosen.length === 0}
        onClick={() => { edit(words.labelDefaults(chosen.length), update); }}>
        {chosen.length === offered.length ? words.takeAllDefaults
          : words.takeDefaults(chosen.length, offered.length)}
      </Button>
    </section>
  );
}

interface LineProps {
  readonly offer: NewerDefault;
  readonly chosen: boolean;
  readonly choose: (path: string) => void;
}

function Line({ offer: { path, kind, kept, newest, date, why }, chosen, choose }: LineProps) {
  const inputs = useInputs();
  const print = (field: Field): string => describeIn(field, field.default, inputs);
  return (
    <Checkbox size="xs" checked={chosen} onChange={() => { choose(path); }}
      label={words.defaultLine(`${kindOf(kind).label}: ${newest.label}`, print(kept),
        print(newest))}
      description={words.defaultWhy(date, why)} />
  );
}
