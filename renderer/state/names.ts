import { resolveValues } from '../../shared/project/resolve.ts';
import { productName } from '../text/frame.ts';
import type { Project } from './store.ts';

/** The project's name as its document states it. */
export function projectName({ edits }: Pick<Project, 'edits'>): string {
  const record = Object.values(edits.document).find((r) => r.kind === 'project');
  const { name } = resolveValues('project', record === undefined ? [] : [record]).values;
  return name === '' ? productName : name;
}
