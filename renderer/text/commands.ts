/** Names of the commands, by the id they have in palette and native menu. */
export const commandText = {
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'file.new': 'New project',
  'file.open': 'Open a project',
  'file.import': 'Import a file of any kind',
  'file.save-copy': 'Save a copy',
  'file.close': 'Close the project',
  'report.pdf': 'Export the report as PDF',
  'scenario.derive': 'New scenario based on the one on show',
  'scenario.duplicate': 'Duplicate the scenario on show',
  'scenario.systems': 'Compare systems: a scenario for each',
  'scenario.lock': 'Lock or unlock the scenario on show',
  'scenario.log': 'Show the change log',
  'scenario.version': 'Keep or restore a version',
  'scenario.package': 'Write a client-safe package',
  'view.palette': 'Find anything',
  'view.inspector': 'Show or hide the inspector',
  'view.close': 'Put the last message away',
  'view.theme': 'Light, dark or as the system',
  'view.light': 'Light theme',
  'view.dark': 'Dark theme',
  'view.navigation': 'Collapse or expand the navigation',
  'view.inputs': 'Find an input of this screen',
  'units.si': 'Show SI units',
  'units.imperial': 'Show imperial units',
  'rack.add': 'Add a rack group',
  'traffic.add': 'Add a traffic class',
  'scenario.previous': 'Previous scenario',
  'scenario.next': 'Next scenario',
  'warning.next': 'Next warning',
  'main.run': 'Press the main button of the screen',
  'help.keys': 'Keyboard map',
  'help.guide': 'Guide',
  'help.tour': 'Take the tour',
  'help.about': 'About AI Factory Planner',
} as const;
export type CommandId = keyof typeof commandText;

const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandText, id);
export const commandIds: readonly CommandId[] = Object.keys(commandText).filter(isCommandId);

export const paletteText = {
  placeholder: 'Screen, input, figure, scenario or command',
  within: (screen: string) => `Input of ${screen}`,
  nothing: 'Nothing found. Try the name of an input, such as “PUE” or “discount rate”.',
  groups: {
    recent: 'Used last',
    command: 'Commands',
    place: 'Screens and parts',
    figure: 'Figures',
    field: 'Inputs',
    catalogue: 'Catalogue',
    scenario: 'Scenarios',
    definition: 'Terms',
  },
  switchTo: (name: string) => `Switch to ${name}`,
  absent: 'no figure',
};

/** Words of the keyboard map; keys of fields are bound where fields are. */
export const keyMapText = {
  title: 'Keyboard map',
  close: 'Close the keyboard map',
  anywhere: 'Anywhere',
  screens: 'Screens',
  fields: 'In a number',
  fieldKeys: [
    { keys: ['↑', '↓'], does: 'A step up or down' },
    { keys: ['Shift', '↑'], does: 'Ten steps' },
    { keys: ['Alt', 'drag the label'], does: 'Step by dragging; Shift tenfold, Esc takes it back' },
    { keys: ['Enter'], does: 'Take a sum such as 0.066*1.3, +30%, 25 EUR/MWh' },
    { keys: ['Esc'], does: 'Back to the value in use' },
  ],
  lists: 'A list opens on Enter or ↓. Single letters and signs do nothing while you type.',
} as const;

/** What a key did, in passing. */
export const toldText = {
  undone: (label: string): string => `Undid: ${asSentence(label)}`,
  redone: (label: string): string => `Did again: ${asSentence(label)}`,
  shown: (label: string): string => `Scenario: ${label}`,
};

/**
 * The name of a step in words that are read out well.
 * @example asSentence('Utilisation: 45.0 % → 54.0 %') // 'Utilisation 45.0 % to 54.0 %'
 */
export const asSentence = (label: string): string =>
  label.replace(/: (?=.* → )/u, ' ').replace(' → ', ' to ');
