/** Words on the frame of a chart. */
export const chartText = {
  tools: (title: string) => `Tools for ${title}`,
  table: 'Show as table',
  chart: 'Show as chart',
  pin: 'Pin this curve for comparison',
  unpin: 'Remove the pinned curve',
  allMonths: 'Show all months',
  zoomKeys: 'Plus and minus narrow and widen the months on show, the arrows move them, 0 shows all.',
  copy: 'Copy image',
  png: 'Save as PNG',
  svg: 'Save as SVG',
  csv: 'Save numbers as CSV',
  copied: 'Copied',
  copyRefused: 'Copying is not allowed here. Save the image instead.',
  saved: (path: string) => `Saved as ${path}`,
  notSaved: 'The file could not be written. Choose another place and try again.',
};
