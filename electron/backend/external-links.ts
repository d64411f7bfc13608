/**
 * Addresses outside that a person may be sent to, whole and exact. A page can ask for no
 * other.
 */
export const externalLinks: readonly string[] = [
  'https://www.apache.org/licenses/LICENSE-2.0',
  'https://creativecommons.org/licenses/by/4.0/',
  'https://mlcommons.org/benchmarks/inference-datacenter/',
  'https://inferencex.semianalysis.com/',
];

/**
 * Whether an address is one of ours, after parsing; neither a prefix nor a look-alike passes.
 * @example isExternalLink('https://www.apache.org/licenses/LICENSE-2.0') // true
 */
export function isExternalLink(raw: string): boolean {
  return URL.canParse(raw) && externalLinks.includes(new URL(raw).href);
}
