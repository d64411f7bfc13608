import { createHash } from 'node:crypto';
import { resolveFrom, type LockedPackage } from './lockfile.ts';

/** One part of a CycloneDX bill of materials, as far as we write it. */
export interface Component {
  readonly type: 'library' | 'application';
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly scope: 'required' | 'excluded';
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses: readonly (
    { readonly license: { readonly id: string } } | { readonly expression: string }
  )[];
  readonly purl: string;
}

export interface Bom {
  readonly $schema: string;
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: { readonly component: object; readonly tools: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string; readonly dependsOn: readonly string[]
  }[];
}

/**
 * A package's address among package managers.
 * @example purlOf('@a/b', '1.0.0') // 'pkg:npm/%40a/b@1.0.0'
 */
export const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

const isExpression = (license: string): boolean => /[\s()]/.test(license);

/** SHA-512 in base64 as npm writes it, in hexadecimal as CycloneDX does. */
const hexOf = (integrity: string): string =>
  Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');

function componentOf(
  { name, version, integrity, license }: LockedPackage, shipped: boolean,
): Component {
  const [, group, plain] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = purlOf(name, version);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group === undefined ? {} : { group }),
    name: plain ?? name,
    version,
    scope: shipped ? 'required' : 'excluded',
    hashes: integrity === undefined ? [] : [{ alg: 'SHA-512', content: hexOf(integrity) }],
    licenses:
      license === undefined
        ? []
        : [isExpression(license) ? { expression: license } : { license: { id: license } }],
    purl,
  };
}

/** A UUID made of a text, so that equal inputs give equal files. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What each package asks for, as far as it is installed. */
function dependenciesOf(packages: readonly LockedPackage[]): Bom['dependencies'] {
  const byPath = new Map(packages.map((one) => [one.path, one]));
  const paths = new Set(byPath.keys());
  const wanted = new Map<string, Set<string>>();
  for (const one of packages) {
    const ref = purlOf(one.name, one.version);
    const refs = wanted.get(ref) ?? new Set<string>();
    wanted.set(ref, refs);
    for (const name of Object.keys({
      ...one.dependencies,
      ...one.optionalDependencies,
      ...one.peerDependencies,
    })) {
      const found = byPath.get(resolveFrom(one.path, name, paths) ?? '');
      if (found !== undefined) refs.add(purlOf(found.name, found.version));
    }
  }
  return [...wanted].map(([ref, refs]) => ({ ref, dependsOn: [...refs].toSorted() }));
}

/**
 * The bill of materials of the application and of what builds it, CycloneDX 1.6. Scope
 * `required` is what the application carries, `excluded` what only builds or tests it. No
 * time of making: equal inputs give equal files.
 * @param shipped paths of packages the application carries, as in the lockfile
 * @param root name and version of the application
 * @source CycloneDX 1.6, bom-1.6.schema.json
 */
export function makeSbom(
  packages: readonly LockedPackage[],
  shipped: readonly string[],
  root: { readonly name: string; readonly version: string },
): Bom {
  const carried = new Set(
    packages
      .filter(({ path }) => shipped.includes(path))
      .map(({ name, version }) => purlOf(name, version)),
  );
  const components = new Map(
    packages.map((one) => {
      const purl = purlOf(one.name, one.version);
      return [purl, componentOf(one, carried.has(purl))] as const;
    }),
  );
  const ref = purlOf(root.name, root.version);
  const all = [...components.values()].toSorted((a, b) => (a.purl < b.purl ? -1 : 1));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([ref, all]))}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ref,
        ...root,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        purl: ref,
      },
      tools: {
        components: [
          { type: 'application', name: 'build/supply/sbom.ts', version: root.version },
        ],
      },
    },
    components: all,
    dependencies: [{ ref, dependsOn: [...carried].toSorted() }, ...dependenciesOf(packages)],
  };
}
