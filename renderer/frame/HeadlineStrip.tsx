import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { AssumedWords } from '../components/AssumedWords.tsx';
import { headlineCells, type Delta, type HeadlineCell } from '../state/headline.ts';
import { useActions, usePlanner } from '../state/hooks.tsx';
import type { PlanOutcome } from '../state/plan.ts';
import { usePlans, type Plans } from '../state/use-plans.ts';
import { frameText } from '../text/frame.ts';
import { headlineText } from '../text/headline.ts';
import './headline-strip.css';
import { useRanges } from './use-ranges.ts';

/**
 * The answer, always in sight: six figures, their change since the last edit and against
 * the base scenario.
 */
export function HeadlineStrip() {
  const plans = usePlans();
  const cells = headlineCells(plans.now, plans.before, plans.base);
  const ranges = useRanges(plans.now);
  return (
    <section className="strip" aria-label={frameText.headline}>
      {cells.map((cell) => (
        <Cell key={cell.item.id} cell={cell} plan={plans.now}
          baseName={plans.baseScenario?.name ?? null} drawn={ranges.get(cell.item.figureKey) ?? null} />
      ))}
      <Limits plans={plans} />
      <Spoken cells={cells} />
    </section>
  );
}

interface CellProps {
  readonly cell: HeadlineCell;
  readonly plan: PlanOutcome;
  readonly baseName: string | null;
  /** P10 to P90 of the run kept from Risk; null without one. */
  readonly drawn: string | null;
}

function Cell({ cell, plan, baseName, drawn }: CellProps) {
  const { select } = useActions();
  const selected = usePlanner(
    ({ selection }) => selection?.kind === 'figure' && selection.key === cell.item.figureKey,
  );
  const { definition } = headlineText.items[cell.item.id];
  return (
    <Tooltip openDelay={600} multiline maw={360} label={
      <AssumedWords before={cell.why ?? definition} plan={plan.ok ? plan.value : null}
        figureKey={cell.item.figureKey} />
    }>
        <button
          type="button"
          className="plain-button strip-cell"
          data-selected={selected || undefined}
          data-broken={cell.broken || undefined}
          onClick={() => {
            select({ kind: 'figure', key: cell.item.figureKey });
          }}>
          <span className="strip-label">
            {cell.label}
          </span>
          <span className="strip-value numeric">
            {cell.digits}
            {cell.unit !== '' && <small> {cell.unit}</small>}
          </span>
          <span className="strip-deltas numeric">
            {drawn !== null && cell.sinceEdit === null
              ? <span className="strip-change">{drawn}</span>
              : cell.absent === null
              ? <Change delta={cell.sinceEdit} against={frameText.lastEdit} />
              : <span className="strip-change">{cell.absent}</span>}
            {baseName !== null && <Change delta={cell.againstBase}
              against={frameText.against(baseName)} />}
          </span>
        </button>
      </Tooltip>
  );
}

/** One line of change; an empty line keeps the strip from jumping. */
function Change(
  { delta, against }: { readonly delta: Delta | null; readonly against: string },
) {
  if (delta === null) return <span className="strip-change">&nbsp;</span>;
  const sense = delta.good === null ? undefined : delta.good ? 'good' : 'bad';
  return (
    <span className="strip-change" data-sense={sense}>
      {delta.direction === 'up' ? '▲' : '▼'} {delta.text} <span
        className="strip-against">{against}</span>
    </span>
  );
}

/** Warnings follow an edit after the figures: they ask every part of the plan. */
function Limits({ plans }: { readonly plans: Plans }) {
  const now = useDeferredValue(plans.now);
  const { select } = useActions();
  const broken = now.ok ? now.value.limits.filter((limit) => limit.broken).length : 0;
  const warnings = now.ok ? now.value.warnings.length : 0;
  const calm = now.ok && broken === 0 && warnings === 0;
  const Icon = calm ? IconCircleCheck : IconAlertTriangle;
  return (
    <button
      type="button"
      className="plain-button strip-limits"
      data-broken={broken > 0 || !now.ok || undefined}
      onClick={() => {
        select({ kind: 'limits' });
      }}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span>
        {!now.ok && <strong>{frameText.noPlan}</strong>}
        {broken > 0 && <strong>{frameText.limitsBroken(broken)}</strong>}
        {!now.ok ? frameText.why : calm ? frameText.noWarnings : frameText.warnings(warnings)}
      </span>
    </button>
  );
}

/**
 * The figures as a sentence for those who do not see them change; it follows when the
 * typing pauses.
 */
function Spoken({ cells }: { readonly cells: readonly HeadlineCell[] }) {
  const text = useDeferredValue(
    cells.map((cell) => `${cell.label} ${cell.absent ?? `${cell.digits} ${cell.unit}`}`)
      .join(', '),
  );
  return <output className="unseen">{text}</output>;
}
