/** Words on the frame of a chart. */
export const chartText = {
  tools: (title: string) => `Tools for ${title}`,
  table: 'Show as table',
  chart: 'Show as chart',
  copy: 'Copy image',
  png: 'Save as PNG',
  svg: 'Save as SVG',
  csv: 'Save numbers as CSV',
  copied: 'Copied',
  copyRefused: 'Copying is not allowed here. Save the image instead.',
  saved: (path: string) => `Saved as ${path}`,
  notSaved: 'The file could not be written. Choose another place and try again.',
};
