import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PackageMarks } from '../../db/package-marks.ts';
import type {
  IssuedFigure, PackageInfo, PackageSigner,
} from '../../shared/project/package-info.ts';
import { digitLimits, disclosureModes, gridLimits } from '../../shared/project/disclosure.ts';
import type { PlainDocument } from '../../shared/project/body-migrations/plain.ts';
import { canonical } from '../../shared/project/record.ts';
import type { ProjectStore } from '../../db/store.ts';
import { knownKeys, rememberKey, type KnownKeys } from './known-keys.ts';
import { differingParts, readSeal, type Seal } from './package-seal.ts';
import { fingerprintOf } from './signing-key.ts';

/** What is stored of a package besides its records and its signature. */
export type StoredPackage = Pick<PackageInfo, 'issuedAt' | 'appVersion' | 'redacted' | 'issued'>
  & { readonly format: 2; readonly disclosure: NonNullable<PackageInfo['disclosure']> };

const sha256 = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');

const text = z.string().max(1000);
const number = z.number().nullable();
const paths = z.array(text).max(100_000);

const figure: z.ZodType<IssuedFigure> = z.union([
  z.strictObject({ key: text, unit: text, shown: z.enum(['exact', 'rounded']), value: number }),
  z.strictObject({
    key: text, unit: text, shown: z.literal('range'), low: number, high: number,
  }),
  z.strictObject({ key: text, unit: text, shown: z.literal('withheld') }),
]);

const scenarios = <T extends z.ZodType>(figures: T) => z.array(z.strictObject({
  id: text, name: text, planHash: text, figures: z.array(figures).max(1000),
})).max(1000);

const today = z.strictObject({
  format: z.literal(2), issuedAt: text, appVersion: text, redacted: paths,
  issued: scenarios(figure),
  disclosure: z.strictObject({
    mode: z.enum(disclosureModes),
    gridShare: z.number().min(gridLimits.min).max(gridLimits.max),
    digits: z.int().min(digitLimits.min).max(digitLimits.max),
  }),
});

/**
 * Packages made before signatures: every figure as it was, and a fingerprint anybody
 * could compute again.
 */
const first = z.strictObject({
  hash: text, issuedAt: text, appVersion: text, redacted: paths,
  issued: scenarios(z.strictObject({ key: text, value: number, unit: text })),
});

const nothing: Omit<PackageInfo, 'state' | 'altered'> = {
  format: 0, signer: null, disclosure: null, hash: '', issuedAt: '', appVersion: '',
  redacted: [],
  issued: [],
};

/**
 * SHA-256 of all that is in the file: what people compare to see that they have the same
 * package.
 */
export const packageHash = (digests: PackageMarks['digests']): string => sha256(digests);

function parse(stated: string | null): unknown {
  try {
    return stated === null ? null : JSON.parse(stated);
  } catch {
    return null;
  }
}

function readFirst(
  { hash, issued, ...about }: z.infer<typeof first>, document: PlainDocument,
): PackageInfo {
  const isIntact = sha256({ document, about: { ...about, issued } }) === hash;
  return {
    ...nothing, ...about, format: 1, hash, state: isIntact ? 'unsigned' : 'altered',
    altered: isIntact ? [] : ['fingerprint'],
    issued: issued.map(({ figures, ...scenario }) => ({
      ...scenario, figures: figures.map((each) => ({ ...each, shown: 'exact' as const })),
    })),
  };
}

const signerOf = ({ name, publicKey }: Seal, keys: KnownKeys): PackageSigner => {
  const knownAs = keys.nameOf(publicKey);
  const key = keys.isOwn(publicKey) ? 'own' : knownAs === null ? 'unknown' : 'known';
  return { name, fingerprint: fingerprintOf(publicKey), key, knownAs };
};

/** What is left of a package that lost one of its marks or its signature. */
const missingMarks = ({ header, row, id, seal }: PackageMarks): readonly string[] =>
  [...(header && row && id ? [] : ['marks']), ...(seal === null ? ['signature'] : [])];

type Judgement = Pick<PackageInfo, 'state' | 'altered' | 'signer'>;

function judge(marks: PackageMarks, keys: KnownKeys): Judgement {
  const missing = missingMarks(marks);
  const seal = marks.seal === null ? null : readSeal(marks.seal);
  const signer = seal === null ? null : signerOf(seal, keys);
  if (missing.length > 0) return { state: 'stripped', altered: missing, signer };
  if (seal === null) return { state: 'altered', altered: ['signature'], signer };
  const altered = differingParts(seal.digests, marks.digests);
  return { state: altered.length === 0 ? 'signed' : 'altered', altered, signer };
}

/**
 * What a file says of itself as a package, and what that is worth; null for an ordinary
 * project.
 * @param document the records as issued: `issued()` of the store
 */
export function readPackage(
  { package: stated, packageMarks: marks }: Pick<ProjectStore, 'package' | 'packageMarks'>,
  document: PlainDocument, keys: KnownKeys,
): PackageInfo | null {
  if (marks === null) return null;
  const parsed = parse(stated);
  const old = first.safeParse(parsed);
  const isFirst = old.success && !marks.header && !marks.id && marks.seal === null;
  if (isFirst) return readFirst(old.data, document);
  const read = today.safeParse(parsed);
  const judged = judge(marks, keys);
  const about = read.success ? read.data : nothing;
  const state = read.success || judged.state === 'stripped' ? judged.state : 'altered';
  return { ...nothing, ...about, ...judged, state, hash: packageHash(marks.digests) };
}

/**
 * Keeps the key a package is signed with under a name.
 * @returns what the package then is, or null for a file without a sound signature
 */
export function knowSigner(
  dataFolder: string, store: ProjectStore, name: string,
): PackageInfo | null {
  const seal = store.packageMarks?.seal == null ? null : readSeal(store.packageMarks.seal);
  if (seal === null) return null;
  rememberKey(dataFolder, { publicKey: seal.publicKey, name });
  return readPackage(store, store.issued(), knownKeys(dataFolder));
}
