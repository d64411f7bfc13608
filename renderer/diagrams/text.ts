/** Words around diagrams. */
export const diagramText = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  svg: 'Save as SVG',
  of: (tool: string, title: string) => `${tool}: ${title}`,
  saved: (path: string) => `Saved as ${path}`,
  notSaved: 'The file could not be written. Choose another place and try again.',
  keys: 'Arrow keys select, plus and minus zoom, 0 shows all, Escape lets go. Drag to move.',
  nothing: 'Nothing selected.',
};
