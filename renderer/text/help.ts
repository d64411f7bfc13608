/** Words of the guide and the tour. */
export const helpText = {
  button: 'Help',
  title: 'Guide',
  close: 'Close the guide',
  search: 'Search the guide',
  pages: 'Pages',
  nothing: 'No page says that. Terms stand in the glossary; inputs and figures in the palette, Ctrl K.',
  found: (count: number): string => (count === 1 ? '1 page' : `${count} pages`),
  takeTour: 'Take the tour',
  keys: 'Keyboard map',
  guideFromKeys: 'Open the guide',
};
