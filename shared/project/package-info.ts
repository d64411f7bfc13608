import type { Disclosure } from './disclosure.ts';

/**
 * One figure of a package as it was issued: as it is; computed with redacted inputs on a
 * grid, and rounded; as the span over their cells; or not at all. A null is a figure the
 * plan does not have.
 */
export type IssuedFigure = { readonly key: string; readonly unit: string } & (
  | { readonly shown: 'exact' | 'rounded'; readonly value: number | null }
  | { readonly shown: 'range'; readonly low: number | null; readonly high: number | null }
  | { readonly shown: 'withheld' }
);

/** Headline figures of one scenario as a package gives them. */
export interface IssuedScenario {
  readonly id: string;
  readonly name: string;
  /** Hash of the inputs that are in the package; empty where they give no plan. */
  readonly planHash: string;
  readonly figures: readonly IssuedFigure[];
}

/** Who signed a package, and how this computer knows the key. */
export interface PackageSigner {
  readonly name: string;
  /** SHA-256 of the public key, its first 128 bits in groups of four digits. */
  readonly fingerprint: string;
  /**
   * `own`: made here; `known`: somebody here said whose it is; `unknown`: the name is
   * what the file says.
   */
  readonly key: 'own' | 'known' | 'unknown';
  /** What a known key is called here. */
  readonly knownAs: string | null;
}

/**
 * What a client-safe package turned out to be.
 * `signed`: everything in the file is as the key's owner signed it. `unsigned`: no
 * signature, as in packages of format 1. `altered`: the signature or the fingerprint does
 * not fit what is there. `stripped`: marks of a package are left in a file that lost
 * others.
 */
export type PackageState = 'signed' | 'unsigned' | 'altered' | 'stripped';

/** What a client-safe package says of itself, and what that is worth. */
export interface PackageInfo {
  /**
   * 1: made before signatures, figures can give redacted values back; 2: today's; 0: not
   * readable.
   */
  readonly format: 0 | 1 | 2;
  readonly state: PackageState;
  /** Parts that are not as signed: tables, `schema`, `header`, `signature`, `marks`. */
  readonly altered: readonly string[];
  readonly signer: PackageSigner | null;
  readonly disclosure: Disclosure | null;
  readonly hash: string;
  readonly issuedAt: string;
  readonly appVersion: string;
  /** Paths of the fields taken out. */
  readonly redacted: readonly string[];
  readonly issued: readonly IssuedScenario[];
}
