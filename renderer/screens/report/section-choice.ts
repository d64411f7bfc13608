import type { KnownInput } from '../../../shared/project/field-path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { readSectionIds, type SectionId } from '../../../shared/report/sections.ts';
import { setField, type Edit } from '../../state/edits.ts';

/**
 * Takes a section out of the project's reports, or puts it back. Other kinds that hold it
 * follow.
 */
export function switchSection(
  document: ProjectDocument, scenarioId: string, leftOut: string, id: SectionId,
  print: boolean,
): Edit {
  const others = readSectionIds(leftOut).filter((each) => each !== id);
  const value = (print ? others : [...others, id]).join(' ');
  return setField(document, scenarioId,
    { kind: 'report', key: 'report', field: 'leftOut' } satisfies KnownInput, value);
}
