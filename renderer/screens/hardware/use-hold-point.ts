import { useRef } from 'react';
import type { FrontierPoint } from '../../../shared/inference/types.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { setFields } from '../../state/set-fields.ts';
import { pointEdits } from './picked-point.ts';
import { hardwareText } from './text.ts';

export interface HoldPoint {
  /** Opens a gesture: what follows until the next one is a single step to undo. */
  readonly begin: () => void;
  /** Holds the group to a configuration; null lets the frontier choose again. */
  readonly hold: (point: FrontierPoint | null) => void;
}

/** Ways to hold a rack group to a point of its frontier, by click, drag or keys. */
export function useHoldPoint(groupKey: string): HoldPoint {
  const { edit, nextGesture } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const gesture = useRef('');
  return {
    begin: () => {
      gesture.current = nextGesture(`rackGroup.${groupKey}.point`);
    },
    hold: (point) => {
      const fields = pointEdits(point).map(([field, value]) =>
        ({ at: { kind: 'rackGroup', key: groupKey, field } as const, value }));
      edit(point === null ? hardwareText.released : hardwareText.held,
        setFields(document, scenarioId, fields), gesture.current);
    },
  };
}
