import { resolveProject } from '../../shared/project/resolve.ts';
import { productName } from '../text/frame.ts';
import type { Project } from './store.ts';

/** The project's name as its document states it. */
export function projectName({ edits }: Pick<Project, 'edits'>): string {
  const { name } = resolveProject(edits.document).values;
  return name === '' ? productName : name;
}

/** Longest name of a scenario, and longest label of a command, in UTF-16 units. */
export const longestName = 200;

/** Letters of a name in a table's head, a chip or a legend, which other names share. */
const besideOthers = 40;

/** A name where several stand side by side; the whole of it is where it was given. */
export const shortName = (name: string): string => cutTo(name, besideOthers);

/**
 * A text that fits, cut with an ellipsis and never inside a character.
 * @example cutTo('abcdef', 4) // 'abc…'
 */
export const cutTo = (text: string, length: number = longestName): string =>
  (text.length <= length ? text
    : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`);
