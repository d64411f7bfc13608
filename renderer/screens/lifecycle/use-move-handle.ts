import { useMemo, useRef } from 'react';
import { inputsOf, pathOf } from '../../state/document.ts';
import { usePlannerStore } from '../../state/hooks.tsx';
import { lifecycleText } from './text.ts';
import { clampMonth, moveHandle, timelineOf, type Handle } from './timeline.ts';

export interface MoveHandle {
  /** Starts a gesture: moves until the next one are one step of the history. */
  readonly begin: (handle: Handle) => void;
  readonly to: (handle: Handle, month: number) => void;
}

/** Moves handles of the timeline in the document as it is when they move. */
export function useMoveHandle(): MoveHandle {
  const store = usePlannerStore();
  const gesture = useRef<{ readonly key: string; readonly from: number } | null>(null);
  return useMemo(() => ({
    begin: (handle) => {
      gesture.current = { key: store.getState().actions.nextGesture(pathOf(handle.at)),
        from: handle.month };
    },
    to: (handle, month) => {
      const { actions, project, scenarioId } = store.getState();
      const inputs = project === null ? null : inputsOf(project.edits.document, scenarioId);
      if (project === null || inputs?.ok !== true) return;
      // The handle as drawn may be a step behind the document while a drag goes on.
      const now = timelineOf(inputs.value).rows.flatMap(({ handles }) => handles)
        .find((each) => each.kind === handle.kind && pathOf(each.at) === pathOf(handle.at))
          ?? handle;
      const to = clampMonth(now, month);
      if (to === now.month) return;
      const label = lifecycleText.moved(lifecycleText.handles[now.kind](now.name),
        gesture.current?.from ?? now.month, to);
      actions.edit(label,
        moveHandle(project.edits.document, scenarioId, inputs.value, now, to),
        gesture.current?.key);
    },
  }), [store]);
}
