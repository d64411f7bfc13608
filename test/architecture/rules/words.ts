/**
 * Words no file of the checkout may hold: hosts packages are downloaded from (a mirror is
 * a matter of configuration) and folders of one particular machine. Spelt in pieces so
 * that this file passes its own check.
 */
const forbidden: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern:
    new RegExp(`registry\\.${'npmjs'}|registry\\.${'yarnpkg'}|${'npm'}mirror\\.com|deb\\.${'debian'}\\.org|archive\\.${'ubuntu'}\\.com`),
    what: 'download host' },
  { pattern: new RegExp(`(^|[^\\w.…-])/(${['work', 'farm', 'root'].join('|')})/`, 'm'),
    what: 'path of one machine' },
  { pattern: new RegExp(`\\.\\./${'shared'}/(design|reference|cases|toolchain|hooks)`),
    what: 'path outside the checkout' },
];

/** Whether a file is text these words could stand in. */
export const isText = (path: string): boolean =>
  /\.(ts|tsx|mjs|cjs|js|json|md|yml|yaml|html|css|svg|csv|txt|sh)$|\/run$|\.npmrc$/.test(path);

/** What a file says that it must not. */
export function checkWords(path: string, text: string): readonly string[] {
  return forbidden.flatMap(({ pattern, what }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [
      `${path}:${text.slice(0, found.index).split('\n').length} ${what}: ${found[0].trim()}`,
    ];
  });
}
