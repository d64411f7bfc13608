export const referenceText = {
  nothing: 'Nothing of this name in the catalogue',
  unknown: (id: string) => `${id} (not in the catalogue)`,
  all: 'all',
  clear: (label: string) => `Clear ${label}`,
};
