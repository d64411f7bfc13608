import { readFileSync } from 'node:fs';

/**
 * Where updates come from, as the build was made; its file lies beside the packed
 * application.
 */
export type UpdateSource =
  /** Built without an address: whoever ships it has not said where updates are. */
  | { readonly kind: 'none' }
  /**
   * The address is known, but nothing on this system would check who made a downloaded
   * program.
   */
  | { readonly kind: 'by-hand'; readonly url: string }
  /** The system checks the signature before anything is installed. */
  | { readonly kind: 'checked'; readonly url: string };

/** The value of a key at the start of a line of the builder's file, without quotes. */
const valueOf = (text: string, key: string): string | null =>
  new RegExp(`^${key}:[ \\t]*['"]?([^'"\\r\\n]+?)['"]?[ \\t]*$`, 'm').exec(text)?.[1] ?? null;

/** A publisher may stand on the key's own line or as a list below it. */
const namesPublisher = (text: string): boolean =>
  /^publisherName:\s*(?:['"]?[^\s'"]|-\s*\S)/m.test(text);

/**
 * What the builder's `app-update.yml` allows on a platform. Windows compares a download's
 * signature with the publisher named there, macOS with the running application's own;
 * Linux has nothing to compare with. An address that is not https is none: what comes
 * over it could be anybody's.
 * @param text the file's content, null when there is none
 * @example readUpdateSource(null, 'win32') // { kind: 'none' }
 */
export function readUpdateSource(text: string | null, platform: string): UpdateSource {
  const url = text === null ? null : valueOf(text, 'url');
  if (text === null || url === null || !URL.canParse(url) || new URL(url).protocol !== 'https:')
    return { kind: 'none' };
  const isChecked = platform === 'darwin' || (platform === 'win32' && namesPublisher(text));
  return { kind: isChecked ? 'checked' : 'by-hand', url };
}

/** The file's content, or null when the build has none. */
export function readUpdateFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
