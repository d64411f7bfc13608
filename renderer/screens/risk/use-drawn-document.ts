import { useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { useDocument } from '../../state/hooks.tsx';

const drawn = (document: ProjectDocument) =>
  Object.values(document).filter(({ kind }) => kind !== 'keptRun');

/** Whether two documents draw the same futures: they differ in kept runs at most. */
function drawsAlike(a: ProjectDocument, b: ProjectDocument): boolean {
  const [before, now] = [drawn(a), drawn(b)];
  return before.length === now.length && now.every((record) => a[record.id] === record);
}

/** The document futures are drawn from: keeping a run does not draw it again. */
export function useDrawnDocument(): ProjectDocument {
  const document = useDocument();
  const [held, hold] = useState(document);
  if (held === document) return held;
  if (drawsAlike(held, document)) return held;
  hold(document);
  return document;
}
