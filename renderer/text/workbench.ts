/** Words of the side column beside a picture. */
export const workbenchText = {
  matters: 'Inputs that matter',
  count: (shown: number, all: number) => `${shown} of ${all}`,
  all: (count: number) => `All ${count} inputs`,
  allTitle: 'All inputs',
  search: 'Search these inputs',
  close: 'Back to the inputs that matter',
  filters: { changed: 'Changed', assumed: 'Assumed' },
  found: (count: number) => (count === 0 ? 'No input matches.'
    : count === 1 ? '1 input' : `${count} inputs`),
};
