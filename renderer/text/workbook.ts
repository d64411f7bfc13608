/** What the button that saves a workbook says. */
export const workbookText = {
  make: 'Excel workbook',
  saved: (path: string): string => `Saved as ${path}`,
  notSaved: 'The workbook could not be saved. Check the space on the disk, then try again.',
} as const;
