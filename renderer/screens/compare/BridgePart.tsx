import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { bridgePicture } from '../../charts/pictures/bridge.ts';
import { useLook } from '../../charts/use-look.ts';
import { shortName } from '../../state/names.ts';
import { compareText as words } from '../../text/compare.ts';
import { BridgeSteps } from './BridgeSteps.tsx';
import { choose, useChoice, type Pair } from '../../state/compare-choice.ts';
import { useBridge, type BridgeView } from './use-bridge.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly pair: Pair;
}

/** The way from A to B in steps that add up. */
export function BridgePart({ document, pair: { a, b } }: Props) {
  const look = useLook();
  const { metric, method, order } = useChoice();
  const view = useBridge({ document, a: a.id, b: b.id, metric, method, order });
  const { bridge, refusal } = view;
  const picture = useMemo(
    () => (bridge === null ? null
      : bridgePicture(bridge, shortName(a.name), shortName(b.name), look)),
    [bridge, a.name, b.name, look]);
  const same = bridge !== null
    && bridge.steps.every(({ differences }) => differences.length === 0);
  return (
    <>
      <div className="compare-tools">
        <SegmentedControl size="xs" aria-label={words.metric} value={metric}
          onChange={(next) => {
            choose({ metric: next === 'npvUsd' ? 'npvUsd' : 'costPerMTokUsd' });
          }}
          data={[{ value: 'costPerMTokUsd', label: words.cost },
            { value: 'npvUsd', label: words.npv }]} />
        <SegmentedControl size="xs" aria-label={words.method} value={method}
          onChange={(next) => {
            choose({ method: next === 'shapley' ? 'shapley' : 'sequential' });
          }}
          data={[
            { value: 'sequential', label: words.sequential },
            { value: 'shapley', label: words.shapley },
          ]} />
        <span className="compare-note">{words.methodHelp[method]}</span>
      </div>
      <RunState view={view} />
      {refusal !== null && (
        <div className="compare-refused" role="status">
          <p>{refusal}</p>
          {method === 'sequential' && refusal !== words.noOrder && view.progress === null && (
            <Button size="compact-xs" variant="default"
              onClick={view.findOrder}>{words.findOrder}</Button>
          )}
        </div>
      )}
      {same && (
        <p className="compare-note" role="status">
          {words.noDifferences(shortName(a.name), shortName(b.name))} {words.noDifferencesNext}
        </p>
      )}
      {bridge !== null && picture !== null && !same && (
        <>
          <ChartFigure picture={picture} />
          <BridgeSteps bridge={bridge} nameA={a.name} nameB={b.name} order={order} />
        </>
      )}
    </>
  );
}

/** How far a long computation is, and a way to stop it. */
function RunState({ view: { progress, stopped, stop, again } }: { readonly view: BridgeView }) {
  if (stopped) {
    return (
      <div className="compare-run" role="status">
        <span>{words.stopped}</span>
        <Button size="compact-xs" variant="default" onClick={again}>{words.again}</Button>
      </div>
    );
  }
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <div className="compare-run">
      <Progress size="sm" value={(100 * done) / total}
        aria-label={words.computing(done, total)} />
      <span>{words.computing(done, total)}</span>
      <Button size="compact-xs" variant="default" onClick={stop}>{words.stop}</Button>
    </div>
  );
}
