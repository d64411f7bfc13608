import type { ReportKind } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { readSectionIds, sectionsOfKind, type SectionId } from '../../../shared/report/sections.ts';
import { setField, type Edit } from '../../state/edits.ts';

/**
 * The sections of a kind that a project prints; all of them when it would print none.
 * @param leftOut what the project leaves out, as its field holds it
 * @returns null when nothing of the kind is left out
 */
export function chosenSections(kind: ReportKind, leftOut: string): readonly SectionId[] | null {
  const out = new Set<string>(readSectionIds(leftOut));
  const all = sectionsOfKind[kind];
  const kept = all.filter((id) => !out.has(id));
  return kept.length === all.length || kept.length === 0 ? null : kept;
}

/** Takes a section out of the project's reports, or puts it back. Other kinds that hold it follow. */
export function switchSection(document: ProjectDocument, scenarioId: string, leftOut: string, id: SectionId, print: boolean): Edit {
  const others = readSectionIds(leftOut).filter((each) => each !== id);
  const value = (print ? others : [...others, id]).join(' ');
  return setField(document, scenarioId, { kind: 'report', key: 'report', field: 'leftOut' }, value);
}
