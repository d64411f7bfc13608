export type Environment = Readonly<Record<string, string | undefined>>;

/** What a build of a platform will be, from the secrets that are there. */
export interface Signing {
  readonly signed: boolean;
  readonly notarised: boolean;
  /** One sentence for whoever reads the log or the release page. */
  readonly says: string;
}

const has = (env: Environment, ...names: readonly string[]): boolean =>
  names.every((name) => (env[name] ?? '') !== '');

function onMac(env: Environment): Signing {
  const signed = has(env, 'CSC_LINK', 'CSC_KEY_PASSWORD');
  const notarised = signed && has(env, 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER');
  if (notarised)
    return { signed, notarised,
      says: 'macOS: signed with the hardened runtime and notarised.' };
  const says = signed
    ? 'macOS: signed but NOT notarised: APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER ' +
      'are not all set. Gatekeeper will warn.'
    : 'macOS: UNSIGNED: CSC_LINK and CSC_KEY_PASSWORD are not set. ' +
      'Gatekeeper will refuse it until it is allowed by hand.';
  return { signed, notarised, says };
}

function onWindows(env: Environment): Signing {
  const signed = has(env, 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD');
  const says = signed
    ? 'Windows: signed.'
    : 'Windows: UNSIGNED: WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD are not set. ' +
      'SmartScreen will warn, and it will install no update by itself.';
  return { signed, notarised: false, says };
}

/**
 * What a build will be. Linux packages are not signed; their checksums and provenance
 * stand for them.
 * @param platform as `process.platform` names it
 * @example signingOf({}, 'win32').signed // false
 */
export function signingOf(env: Environment, platform: string): Signing {
  if (platform === 'darwin') return onMac(env);
  if (platform === 'win32') return onWindows(env);
  return {
    signed: false,
    notarised: false,
    says:
      'Linux: packages carry no signature; compare SHA256SUMS and the provenance attestation.',
  };
}
