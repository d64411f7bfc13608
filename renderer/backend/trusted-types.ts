/**
 * Tags of chart tooltips; each with a class and a style at most. Anything else is shown
 * as text.
 */
const tag =
  /^\/?(?:div|span|br|b|strong|i)(?:\s+(?:class|style)=(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?>/u;

/**
 * Text that may become part of the page: style sheets, which hold no tag, and the
 * tooltips of charts. A `<` that begins no tag of theirs is written out.
 * @example allowHtml('<b>1</b><img src=x>') // '<b>1</b>&lt;img src=x>'
 */
export function allowHtml(text: string): string {
  const [first = '', ...rest] = text.split('<');
  return first + rest.map((part) => (tag.test(part) ? `<${part}` : `&lt;${part}`)).join('');
}

/**
 * The address of a script of ours, or null for any other.
 * @param page address of the page that asks
 * @example allowScript('/assets/a.js', 'app://planner/index.html') // 'app://planner/assets/a.js'
 */
export function allowScript(address: string, page: string): string | null {
  if (!URL.canParse(address, page)) return null;
  const [url, { protocol, host }] = [new URL(address, page), new URL(page)];
  // For a scheme of one's own Node knows no origin: compared part by part.
  return url.protocol === protocol && url.host === host
    && url.pathname.endsWith('.js') ? url.href : null;
}

/** The part of the browser's interface used here; Firefox and Safari may have none. */
interface TrustedTypes {
  readonly createPolicy: (name: 'default', rules: {
    readonly createHTML: (text: string) => string;
    readonly createScriptURL: (address: string) => string | null;
  }) => unknown;
}

const hasTrustedTypes = (scope: object): scope is { readonly trustedTypes: TrustedTypes } =>
  'trustedTypes' in scope && typeof scope.trustedTypes === 'object'
    && scope.trustedTypes !== null;

/**
 * Looks at every text that is about to become markup or a script, wherever in our code or
 * in a library: the page's policy lets none through otherwise. There is no rule for texts
 * that would be run: none are.
 */
export function guardMarkup(scope: object, page: string): void {
  if (!hasTrustedTypes(scope)) return;
  scope.trustedTypes.createPolicy('default', {
    createHTML: allowHtml, createScriptURL: (address) => allowScript(address, page),
  });
}
