/** Names of the commands, by the id they have in palette and native menu. */
export const commandText = {
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'file.new': 'New project',
  'file.open': 'Open a project',
  'file.save-copy': 'Save a copy',
  'file.close': 'Close the project',
  'report.pdf': 'Export the report as PDF',
  'scenario.derive': 'New scenario based on the one on show',
  'scenario.duplicate': 'Duplicate the scenario on show',
  'scenario.lock': 'Lock or unlock the scenario on show',
  'scenario.log': 'Show the change log',
  'scenario.version': 'Keep or restore a version',
  'scenario.package': 'Write a client-safe package',
  'view.palette': 'Find anything',
  'view.inspector': 'Show or hide the inspector',
  'view.theme': 'Light, dark or as the system',
  'help.about': 'About AI Factory Planner',
} as const;
export type CommandId = keyof typeof commandText;

const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandText, id);
export const commandIds: readonly CommandId[] = Object.keys(commandText).filter(isCommandId);

export const paletteText = {
  placeholder: 'Screen, input, figure, scenario or command',
  nothing: 'Nothing found. Try the name of an input, such as “PUE” or “discount rate”.',
  groups: {
    command: 'Commands',
    screen: 'Screens',
    field: 'Inputs',
    figure: 'Figures',
    scenario: 'Scenarios',
  },
  goTo: (label: string) => `Go to ${label}`,
  switchTo: (name: string) => `Switch to ${name}`,
};
