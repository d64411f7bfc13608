import type { PackageInfo, PackageSigner } from '../../shared/project/package-info.ts';
import type { Disclosure } from '../../shared/project/disclosure.ts';

/** Who signed, and how far that name can be relied on. */
function describeSigner({ name, key, knownAs, fingerprint }: PackageSigner): string {
  switch (key) {
    case 'own': return `you, as "${name}", key ${fingerprint}`;
    case 'known':
      return `${knownAs ?? name}, a key known here, ${fingerprint}; the file calls its owner "${name}"`;
    case 'unknown':
      return `"${name}" by its own word, with a key unknown here, ${fingerprint}.`
        + ' Ask the sender for this fingerprint; if it is the same, keep it with --know NAME';
  }
}

/** What a package turned out to be, in one line. */
function describeState({ state, altered, format }: PackageInfo): string {
  switch (state) {
    case 'signed': return 'signed, and everything in it is as it was signed';
    case 'altered':
      return `ALTERED since it was issued: ${altered.join(', ') || 'what it says of itself cannot be read'}`;
    case 'stripped':
      return `STRIPPED: it was issued as a package and has lost its ${altered.join(' and ')};`
        + ' nothing in it is vouched for';
    case 'unsigned':
      return `NOT SIGNED: made by an older version (format ${format}); its fingerprint fits,`
        + ' and anybody could have computed it again';
  }
}

const signedOf = ({ state }: PackageInfo): string =>
  (state === 'signed' ? 'signed by' : 'was signed by');

const weakFirst =
  'weak: figures were issued in full, so that redacted inputs can be computed back from them.'
  + ' Do not pass it on; ask for a new one';

/**
 * Lines of a package for `check`: what it is, who vouches for it, what was taken out and how
 * figures are given.
 */
export const describePackage = (info: PackageInfo): readonly (readonly string[])[] => [
  ['package', describeState(info)],
  ...(info.signer === null ? [] : [[signedOf(info), describeSigner(info.signer)]]),
  ...(info.issuedAt === '' ? [] : [['issued', info.issuedAt]]),
  ['sha256', info.hash],
  ['fields taken out', info.redacted.length === 0 ? 'none' : info.redacted.join(', ')],
  ...(info.format === 1 && info.redacted.length > 0 ? [['redaction', weakFirst]] : []),
  ...(info.disclosure === null || info.redacted.length === 0 ? []
    : [['figures on them', describeDisclosure(info.disclosure)]]),
];

function describeDisclosure({ mode, gridShare, digits }: Disclosure): string {
  const grid = `${Number((gridShare * 100).toPrecision(3))} %`;
  switch (mode) {
    case 'withhold': return 'withheld';
    case 'round':
      return `computed with redacted numbers on a grid of ${grid}, to ${digits} digits`;
    case 'range': return `given as a span over a grid of ${grid}, to ${digits} digits`;
  }
}
