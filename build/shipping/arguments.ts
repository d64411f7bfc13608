import { signingOf, type Environment } from './signing.ts';

/**
 * Further arguments of electron-builder for a build of this platform: where updates are,
 * and what is left out because its secret is missing. An address must be https, or the
 * application would not use it.
 * @throws Error when AIFP_UPDATE_URL is no https address
 * @example
 * builderArguments({ AIFP_UPDATE_URL: 'https://example.org/p' }, 'linux')
 * // ['-c.publish.provider=generic', '-c.publish.url=https://example.org/p']
 */
export function builderArguments(env: Environment, platform: string): readonly string[] {
  const address = env['AIFP_UPDATE_URL'] ?? '';
  if (address !== '' && !(URL.canParse(address) && new URL(address).protocol === 'https:')) {
    throw new Error(`AIFP_UPDATE_URL must be an https address, not "${address}"`);
  }
  const signing = signingOf(env, platform);
  const unsignedMac = platform === 'darwin' && !signing.signed;
  return [
    ...(address === '' ? [] : ['-c.publish.provider=generic', `-c.publish.url=${address}`]),
    // A mac refuses to run a program without any signature: without a certificate it
    // signs for itself.
    ...(unsignedMac ? ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'] : []),
    ...(platform === 'darwin' && !signing.notarised ? ['-c.mac.notarize=false'] : []),
  ];
}
