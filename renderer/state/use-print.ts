import { useCallback } from 'react';
import { printOf } from '../../shared/project/print.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { resolveProject } from '../../shared/project/resolve.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { plainPrint, type Print } from '../../shared/units/print.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { usePlanner } from './hooks.tsx';

const prints = new WeakMap<ProjectDocument, Print>();

/** How the project prints amounts and digits, found once per document. */
export function printOfDocument(document: ProjectDocument): Print {
  const known = prints.get(document);
  if (known !== undefined) return known;
  const print = printOf(resolveProject(document).values);
  prints.set(document, print);
  return print;
}

/** Currency and digits of the open project; dollars while none is open. */
export const usePrint = (): Print =>
  usePlanner(({ project }) =>
    (project === null ? plainPrint : printOfDocument(project.edits.document)));

export type Printer = (value: number | null, unit: Unit) => string;

/** Prints quantities as the open project does. */
export function usePrinter(): Printer {
  const print = usePrint();
  return useCallback((value, unit) => formatQuantity(value, unit, print), [print]);
}
