const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
  'September', 'October', 'November', 'December'] as const;

/**
 * A day as it stands on paper.
 * @param day YYYY-MM-DD; anything else is printed as it is
 * @example longDate('2026-11-30') // '30 November 2026'
 */
export function longDate(day: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}
