/** Words of the Report screen. */
export const reportText = {
  kind: 'Kind of report',
  make: 'Make PDF',
  cancel: 'Cancel',
  starting: 'Starting',
  cancelled: 'Cancelled. No file was written.',
  made: (path: string, pages: number) => `Saved ${pages} page${pages === 1 ? '' : 's'} as ${path}`,
  contents: 'What the report holds',
  sections: 'Sections',
  print: (title: string) => `Print ${title}`,
  leaveOut: (title: string) => `Leave out ${title}`,
  scenarios: 'Scenarios',
  from: (name: string) => `${name} (others are bridged from it)`,
  mostScenarios: (most: number) => `A comparison prints at most ${most}.`,
  gathering: 'Computing the scenarios and the bridges between them.',
  darkened: (wanted: string, used: string) =>
    `${wanted} is too light for words on white paper: titles are printed in ${used}, darkened to a contrast of 4.5 to 1.`,
  preview: (pages: number) =>
    pages === 0 ? 'Preview' : `Preview, ${pages} page${pages === 1 ? '' : 's'}`,
};
