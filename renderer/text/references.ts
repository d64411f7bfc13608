export const referenceText = {
  nothing: 'Nothing of this name in the catalogue',
  byRule: 'By rule',
  byRuleNote: 'the maker’s own price, else the cheapest large provider’s',
  formerMedian: 'Medians of earlier versions',
  undated: 'undated',
  unknown: (id: string) => `${id} (not in the catalogue)`,
  /** What an optional reference stands for while it names nothing. */
  empty: (of: string) => (of === 'record:rackType?' ? 'as entered' : 'all'),
  clear: (label: string) => `Clear ${label}`,
};
