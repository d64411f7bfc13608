import { Select, type SelectProps } from '@mantine/core';

/** The list scrolls itself: a region within it would be one that no key reaches. */
const lists = { options: 'guide-options' };

/**
 * A list to choose from, opened by a click, a letter or an arrow. What stands in it is
 * selected at once, so that typing looks for another.
 */
export function GuideSelect(
  { onPick, ...props }: SelectProps & { readonly onPick: (value: string) => void },
) {
  const selectAll = (event: React.SyntheticEvent<HTMLInputElement>): void => {
    if (props.searchable === true) event.currentTarget.select();
  };
  return (
    <Select {...props} className="guide-select" openOnFocus={false} allowDeselect={false}
      comboboxProps={{ withinPortal: false }} withScrollArea={false} classNames={lists}
      onFocus={selectAll} onClick={selectAll}
      onChange={(next) => { if (next !== null) onPick(next); }} />
  );
}
