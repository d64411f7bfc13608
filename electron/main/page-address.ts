/**
 * The one origin of our pages. A scheme of our own: pages from disk would share an origin
 * with every other file.
 */
export const pageScheme = 'app';
export const pageHost = 'planner';

export const startPage = `${pageScheme}://${pageHost}/index.html`;

/**
 * Whether an address is a page of this application. Compared part by part: for a scheme
 * of our own Node's `URL.origin` is the string "null", and prefix tests accept
 * `app://planner.evil`.
 * @example isOurPage('app://planner/index.html') // true
 */
export function isOurPage(raw: string): boolean {
  if (!URL.canParse(raw)) return false;
  const url = new URL(raw);
  return url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === ''
    && url.password === '';
}
