/** Words of the Report screen. */
export const reportText = {
  kind: 'Kind of report',
  make: 'Make PDF',
  cancel: 'Cancel',
  starting: 'Starting',
  cancelled: 'Cancelled. No file was written.',
  made: (path: string, pages: number) => `Saved ${pages} page${pages === 1 ? '' : 's'} as ${path}`,
  preview: (pages: number) =>
    pages === 0 ? 'Preview' : `Preview, ${pages} page${pages === 1 ? '' : 's'}`,
};
