import type { FieldKey, KnownInput } from '../../shared/project/field-path.ts';
import { keptDefaults } from '../../shared/project/defaults.ts';
import {
  defaultsHistory, type DefaultsRelease,
} from '../../shared/project/defaults-history.ts';
import { takeDefaults } from '../../shared/project/newer-defaults.ts';
import { applyChanges, type ProjectDocument } from '../../shared/project/record.ts';
import { resetField, setField, type Edit } from './edits.ts';

/**
 * Takes newer defaults into a project: one change of its project record, so that one undo
 * takes them back.
 * @param paths fields whose newest default is taken; all that changed brings the newest version
 */
export function takeNewerDefaults(
  document: ProjectDocument, scenarioId: string, paths: readonly string[],
  history: readonly DefaultsRelease[] = defaultsHistory,
): Edit {
  const kept = takeDefaults(keptDefaults(document), paths, history);
  const at = (
    field: FieldKey<'project'>,
  ): KnownInput => ({ kind: 'project', key: 'project', field });
  const version = setField(document, scenarioId, at('defaultsVersion'), kept.defaultsVersion);
  const between = applyChanges(document, version);
  const ahead = kept.newerDefaults === '' ? resetField(between, scenarioId, at('newerDefaults'))
    : setField(between, scenarioId, at('newerDefaults'), kept.newerDefaults);
  const last = [...version, ...ahead].at(-1);
  return last === undefined ? [] : [{ ...last, before: document[last.id] ?? null }];
}
