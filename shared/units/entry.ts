/**
 * An entry of a list that must be there.
 * @param at place from 0 on; negative places count from the end
 * @throws RangeError where the list has no such place
 * @example entryOf([4, 5, 6], 1) // 5
 * @example entryOf([4, 5, 6], -1) // 6
 */
export function entryOf<T>(list: ArrayLike<T>, at: number): T {
  const place = at < 0 ? list.length + at : at;
  const value = list[place];
  if (value === undefined)
    throw new RangeError(`place ${at} is not in a list of ${list.length}`);
  return value;
}
