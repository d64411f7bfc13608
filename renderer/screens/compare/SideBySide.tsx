import { Chip, Switch, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo, useMemo, useRef } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useActions, useScenarioId } from '../../state/hooks.tsx';
import { shortName } from '../../state/names.ts';
import type { PlanOutcome } from '../../state/plan.ts';
import { TableTools } from '../../components/TableTools.tsx';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { compareText as words } from '../../text/compare.ts';
import { explainPlan } from '../../text/plan-problems.ts';
import { choose, useChoice } from '../../state/compare-choice.ts';
import {
  compareHeadlines, type CompareCell, type CompareGroup, type CompareRow,
} from './headline-rows.ts';
import { SetPart, type Shown } from './SetPart.tsx';
import { useSidePlans } from './use-side-plans.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenarios: readonly ScenarioInfo[];
}

/** Headline figures of any number of scenarios, one column each. */
export function SideBySide({ document, scenarios }: Props) {
  const { hidden, onlyDifferent } = useChoice();
  const wanted = useMemo(
    () => scenarios.map(({ id }) => id).filter((id) => !hidden.includes(id)),
    [scenarios, hidden]);
  const { ids, plans, behind } = useSidePlans(document, wanted);
  const groups = useMemo(() => compareHeadlines(plans, onlyDifferent), [plans, onlyDifferent]);
  const names = ids.map((id) => scenarios.find((each) => each.id === id)?.name ?? id)
    .join('\n');
  // The table is drawn anew when plans or names are others, not with every edit that will
  // make them so.
  const shown = useMemo(() => {
    const each = names.split('\n');
    return ids.map((id, at) => ({ id, name: each[at] ?? id, plan: plans[at] }));
  }, [ids, names, plans]);
  return (
    <>
      <div className="compare-tools" role="group" aria-label={words.shown}>
        <Chip.Group multiple
          value={scenarios.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id)}
          onChange={(ids) => {
            choose({ hidden: scenarios.map(({ id }) => id).filter((id) => !ids.includes(id)) });
          }}>
          {scenarios.map(({ id, name }) =>
            <Chip key={id} value={id} size="xs" title={name}>{shortName(name)}</Chip>)}
        </Chip.Group>
        <Switch className="compare-only" label={words.onlyDifferent} checked={onlyDifferent}
          onChange={(event) => { choose({ onlyDifferent: event.currentTarget.checked }); }} />
      </div>
      {shown.length === 0 ? <p className="compare-note" role="status">{words.chooseTwo}</p>
        : (
          <div aria-busy={behind}>
            <SetPart document={document} shown={shown} />
            <HeadlineTable shown={shown} groups={groups} />
          </div>
        )}
    </>
  );
}

interface TableProps {
  readonly shown: readonly Shown[];
  readonly groups: readonly CompareGroup[];
}

const HeadlineTable = memo(function HeadlineTable({ shown, groups }: TableProps) {
  const scenarioId = useScenarioId();
  const { selectScenario } = useActions();
  const table = useRef<HTMLTableElement>(null);
  return (
    <section className="fact-table" aria-label={words.table}>
      <header>
        <p className="fact-table-help">{words.sideHelp}</p>
        <TableTools title={words.table} table={table} />
      </header>
      <div className="fact-table-scroll compare-scroll" role="region"
        aria-label={words.scroll} tabIndex={0}>
          <table ref={table} className="numeric compare-table" data-many={shown.length > 4 || undefined}>
            <thead>
              <tr>
                <th scope="col" data-kind="word">{words.figure}</th>
                {shown.map(({ id, name, plan }) => (
                  <th key={id} scope="col" data-shown={id === scenarioId || undefined}>
                    <ScenarioName id={id} name={name} show={selectScenario} />
                    <NoPlan plan={plan} />
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ title, rows }) => (
              <tbody key={title}>
                <tr data-strong>
                  <th scope="rowgroup" data-kind="word" colSpan={shown.length + 1}>{title}</th>
                </tr>
                {rows.map(({ key, label, definition, unit, cells }) => (
                  <tr key={key} data-part>
                    <th scope="row" data-kind="word">
                      <RowName label={label} definition={definition} />
                      {unit !== '' && <span className="compare-unit">, {unit}</span>}
                    </th>
                    {cells.map((cell, at) => (
                      <td key={shown[at]?.id ?? at} data-best={cell.best || undefined}>
                        <Cell {...cell} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      {groups.length === 0 && <p className="compare-note">{words.nothingDiffers}</p>}
    </section>
  );
});

interface NameProps {
  readonly id: string;
  readonly name: string;
  readonly show: (id: string) => void;
}

/**
 * Names stay as they are while figures change, and their tooltips are the dear part of a
 * redraw.
 */
const ScenarioName = memo(function ScenarioName({ id, name, show }: NameProps) {
  return (
    <Tooltip label={words.show(name)}>
      <button type="button" className="plain-button"
        onClick={() => { show(id); }}>{shortName(name)}</button>
    </Tooltip>
  );
});

const RowName =
  memo(function RowName({ label, definition }: Pick<CompareRow, 'label' | 'definition'>) {
    return <Tooltip label={definition}><span>{label}</span></Tooltip>;
  });

function Cell({ printed, why, best }: CompareCell) {
  return (
    <>
      {best && <IconCheck size={12} stroke={2.5} role="img" aria-label={words.best} />}
      {printed}
      {why !== '' && <small title={why}>{why}</small>}
    </>
  );
}

function NoPlan({ plan }: { readonly plan: PlanOutcome | undefined }) {
  return plan === undefined || plan.ok ? null : <small>{explainPlan(plan.error).title}</small>;
}
