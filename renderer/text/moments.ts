const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * An ISO time as people read it, in their own time zone; what is no time is printed as it
 * is.
 */
export function printMoment(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : moment.format(at);
}
