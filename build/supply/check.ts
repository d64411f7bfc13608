import { isAllowed } from './licence.ts';
import type { LockedPackage } from './lockfile.ts';

/**
 * Packages that may carry an install script. Whether it runs is said by `allowScripts` in
 * package.json: only Node's own does, which fetches the Node that the project runs on.
 */
const knownScripts: readonly string[] = ['node', 'electron-winstaller'];

/** SHA-512 as npm writes it: 64 bytes in base64. */
const sha512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What is wrong with the packages we install, one sentence each; none when all is well.
 * A package without a hash would be taken in whatever the registry answers.
 * @example
 * checkPackages([{ path: 'node_modules/a', name: 'a', version: '1.0.0', license: 'MIT' }]).length // 1
 */
export function checkPackages(packages: readonly LockedPackage[]): readonly string[] {
  return packages.flatMap(({
    path, version, integrity, resolved, license, hasInstallScript, name,
  }) => {
    const at = `${path} ${version}`;
    return [
      ...(integrity !== undefined && sha512.test(integrity)
        ? []
        : [
          `${at} has no SHA-512 hash: take it over from "npm view ${name}@${version} dist.integrity"`,
        ]),
      ...(resolved === undefined
        ? []
        : [`${at} names a download address: keep omit-lockfile-registry-resolved in .npmrc`]),
      ...(hasInstallScript !== true || knownScripts.includes(name)
        ? []
        : [
          `${at} runs a script when installed: read it, then name it in build/supply/check.ts`,
        ]),
      ...(license !== undefined && isAllowed(license)
        ? []
        : [
            `${at} has the licence ${license ?? 'none stated'}, which build/supply/licence.ts does not allow`,
          ]),
    ];
  });
}
