import { IconSearch } from '@tabler/icons-react';
import { Kbd } from '@mantine/core';
import { isActive } from '../../../shared/project/condition.ts';
import type { FieldPath } from '../../../shared/project/field-path.ts';
import { describeCondition } from '../../state/active-when.ts';
import { pathOf } from '../../state/document.ts';
import { useActions, useInputs } from '../../state/hooks.tsx';
import { workbenchText as words } from '../../text/workbench.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { linesAt, type InputLine } from './sources.ts';

interface Props {
  readonly paths: readonly FieldPath[];
  readonly lines: readonly InputLine[];
  /** Whether there is more to find behind the button than inputs. */
  readonly tools: boolean;
}

/** The inputs that matter, and the way to all the others. */
export function Matters({ paths, lines, tools }: Props) {
  const inputs = useInputs();
  const { showInputs } = useActions();
  const shown = linesAt(lines, paths);
  if (inputs === null) return null;
  return (
    <section className="bench-matters" aria-label={words.matters}>
      {shown.length > 0 && (
        <header>
          <h2>{words.matters}</h2>
          <span>{words.count(shown.length, lines.length)}</span>
        </header>
      )}
      <div className="bench-fields">
        {shown.map(({ field, at }) => (
          <FieldRow key={pathOf(at)} field={field} at={at}
            inactive={field.activeWhen === undefined
              || isActive(field.activeWhen, inputs, at.key) ? null
              : describeCondition(field.activeWhen)} />
        ))}
      </div>
      {(lines.length > shown.length || tools) && (
        <button type="button" className="plain-button bench-search"
          onClick={() => { showInputs(true); }}>
          <IconSearch size={14} stroke={1.75} aria-hidden />
          <span>{words.all(lines.length)}</span>
          <Kbd size="xs" aria-hidden>/</Kbd>
        </button>
      )}
    </section>
  );
}
