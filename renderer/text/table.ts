/** What the tools of a table say. */
export const tableText = {
  save: 'Save as CSV',
  file: (title: string): string =>
    `${title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '').slice(0, 60) || 'table'}.csv`,
  scroll: (title: string): string => `${title}, all columns`,
} as const;
