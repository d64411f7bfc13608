const files = import.meta.glob<string>('../../../docs/guide/pictures/*.png',
  { eager: true, query: '?url', import: 'default' });

/** Addresses of the guide's pictures by the path a page gives them. */
export const guidePictures: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.indexOf('pictures/')), url]));
