import { useEffect, useState } from 'react';
import type { Stage } from './stage.ts';

/** Whether a chart over months shows only some of them. */
export function useNarrowed(stage: Stage | null): boolean {
  const [said, say] = useState<{ readonly of: Stage; readonly narrowed: boolean } | null>(null);
  useEffect(() => {
    stage?.onSpan((narrowed) => { say({ of: stage, narrowed }); });
    return () => { stage?.onSpan(null); };
  }, [stage]);
  return said !== null && said.of === stage && said.narrowed;
}
