/** Day 0 is 1970-01-01. Excel counts days from 1899-12-30. */
const excelEpoch = -25_569;

/**
 * Day number of an ISO date (YYYY-MM-DD, what follows a T is left out) or of an Excel
 * serial number.
 * @throws RangeError when it is neither, or no such day exists
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(date: string | number): number {
  if (typeof date === 'number') {
    if (!Number.isFinite(date)) throw new RangeError(`no such date: ${date}`);
    return Math.trunc(date) + excelEpoch;
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(date.trim());
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    throw new RangeError(`no such date: ${date}`);
  }
  return civilDay(year, month, day);
}

const isLeap = (year: number): boolean => year % 4 === 0
  && (year % 100 !== 0 || year % 400 === 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Days since 1970-01-01 in the Gregorian calendar, counting years from March so that leap
 * days come last.
 */
export function civilDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4)
    - Math.floor(yearOfEra / 100)
    + dayOfYear - 719_468;
}

/**
 * ISO date of a day number.
 * @example isoDate(1) // '1970-01-02'
 */
export function isoDate(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra =
    Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524)
      - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra
    - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}
