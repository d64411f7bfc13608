import type { PackageInfo, PackageSigner } from '../../shared/project/package-info.ts';

const signedBy = ({ name, key, knownAs }: PackageSigner): string => {
  switch (key) {
    case 'own': return 'Signed by you and unchanged since.';
    case 'known': return `Signed by ${knownAs ?? name} and unchanged since.`;
    case 'unknown':
      return `Signed by somebody who goes by “${name}”, with a key unknown here; unchanged since.`;
  }
};

/** What a package turned out to be, in one sentence. */
function describeState({ state, signer, altered, format }: PackageInfo): string {
  switch (state) {
    case 'signed': return signer === null ? '' : signedBy(signer);
    case 'altered':
      return `NOT intact: changed after it was issued${altered.length === 0 ? '' : ` (${altered.join(', ')})`}.`;
    case 'stripped':
      return `NOT intact: its ${altered.join(' and ')} were taken off, and nobody vouches for what it says.`;
    case 'unsigned':
      return `Not signed: made by an older version (format ${format}); anybody could have made it.`;
  }
}

/** Whether something is wrong with a package, so that its banner is red. */
export const isSuspect = ({ state }: PackageInfo): boolean => state === 'altered'
  || state === 'stripped';

/** What stands over every screen while nothing can be edited. */
export const bannerText = {
  package: 'Client package',
  issued: (when: string, redacted: number) =>
    `Client package${when === '' ? '' : ` issued ${when}`}. It is read-only;`
    + ` ${redacted} ${redacted === 1 ? 'field is' : 'fields are'} redacted.`,
  state: describeState,
  asIssued: 'Results as issued',
  locked: 'Locked scenario',
  lockedText: (name: string) => `Locked: inputs can be read but not changed in “${name}”.`,
  unlock: 'Unlock',
  labelUnlock: (name: string) => `Unlock scenario ${name}`,
};
