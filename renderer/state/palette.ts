import { kindOf } from '../../shared/project/kinds.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import { screenIds } from './screen-ids.ts';
import { paletteText } from '../text/commands.ts';
import { screenText } from '../text/frame.ts';
import { headlineText } from '../text/headline.ts';
import type { Actions } from './actions.ts';
import { inputsOf, recordsOf, valueOf } from './document.ts';
import { headlineItems } from './headline.ts';
import { kindNames } from '../../shared/project/kinds.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly onClick: () => void;
}
export interface PaletteGroup {
  readonly group: string;
  readonly actions: PaletteEntry[];
}

/**
 * Screens, inputs, figures and scenarios as entries of the palette. Without a project
 * only Start is left.
 */
export function listPaletteEntries(
  document: ProjectDocument | null,
  scenarioId: string,
  actions: Actions,
): PaletteGroup[] {
  const screens = screenIds
    .filter((id) => document !== null || id === 'start')
    .map((id): PaletteEntry => ({
      id: `screen:${id}`,
      label: screenText[id].label,
      description: screenText[id].purpose,
      onClick: () => {
        actions.go(id);
      },
    }));
  if (document === null) return [{ group: paletteText.groups.screen, actions: screens }];
  const figures = headlineItems.map(({ id, figureKey }): PaletteEntry => ({
    id: `figure:${id}`,
    label: headlineText.items[id].label,
    description: headlineText.items[id].definition,
    onClick: () => {
      actions.select({ kind: 'figure', key: figureKey });
    },
  }));
  const scenarios = listScenarios(document)
    .filter((s) => s.id !== scenarioId)
    .map((s): PaletteEntry => ({
      id: `scenario:${s.id}`,
      label: paletteText.switchTo(s.name),
      description: '',
      onClick: () => {
        actions.selectScenario(s.id);
      },
    }));
  return [
    { group: paletteText.groups.screen, actions: screens },
    { group: paletteText.groups.figure, actions: figures },
    { group: paletteText.groups.scenario, actions: scenarios },
    { group: paletteText.groups.field, actions: listFields(document, scenarioId, actions) },
  ];
}

/** Every input of the scenario; those of lists carry the name of their record. */
function listFields(
  document: ProjectDocument, scenarioId: string, actions: Actions,
): PaletteEntry[] {
  const inputs = inputsOf(document, scenarioId);
  if (!inputs.ok) return [];
  return kindNames.flatMap((kind) =>
    recordsOf(inputs.value, kind).flatMap((record) =>
      kindOf(kind).fields.map((field): PaletteEntry => {
        const owner =
          kindOf(kind).count === 'many' ? `${String(valueOf(record, 'name'))} · ` : '';
        return {
          id: `field:${kind}.${record.key}.${field.key}`,
          label: field.label,
          description: `${owner}${kindOf(kind).label}: ${field.help}`,
          onClick: () => {
            actions.jumpTo({ kind, key: record.key, field: field.key });
          },
        };
      }),
    ),
  );
}
