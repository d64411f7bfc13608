import { randomUUID } from 'node:crypto';
import { createProject } from '../../db/create.ts';
import type { ContentDigests } from '../../db/contents.ts';
import { packageIdPrefix } from '../../db/package-marks.ts';
import type { ProjectStore } from '../../db/store.ts';
import type { FileProblem } from '../../shared/backend.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { findMentions, type Mention } from '../../shared/disclosure/mentions.ts';
import {
  preparePackage, type Prepared, type PrepareProblem,
} from '../../shared/disclosure/prepare.ts';
import { issuePackage, reviewPackage, type Choice } from '../../shared/disclosure/review.ts';
import { createPlanner, type Planner } from '../../shared/plan.ts';
import type { Disclosure } from '../../shared/project/disclosure.ts';
import type { ProjectRecord } from '../../shared/project/record.ts';
import { ok, refuse, unreachable, type Result } from '../../shared/units/result.ts';
import { packageHash, type StoredPackage } from './package-info.ts';
import { makeSeal } from './package-seal.ts';
import { fingerprintOf, signingKey } from './signing-key.ts';

/** What goes into a package. */
export interface PackageSelection {
  readonly scenarioIds: readonly string[];
  /** Patterns of fields to take out, as `matchesPath` reads them. */
  readonly redact: readonly string[];
  readonly disclosure: Disclosure;
  /** Leaves in what seems to say a value that is taken out; the sender has seen it. */
  readonly leaveMentions: boolean;
}

export interface PackageOrder extends PackageSelection {
  readonly appVersion: string;
  readonly nowMs: number;
  /** Where the sender's key is kept. */
  readonly dataFolder: string;
  /** What the sender is called. */
  readonly sender: string;
}

/** Why a package could not be made of what was asked for. */
export type PackageProblem =
  | FileProblem
  | { readonly code: 'bad-arguments'; readonly command: string; readonly detail: string };

function explain(problem: PrepareProblem): string {
  switch (problem.code) {
    case 'unknown-scenario': return `there is no scenario ${problem.id}`;
    case 'unknown-field':
      return `${problem.pattern} falls on no field: write a path as in the list of fields,`
        + ' with * for any record';
    case 'broken-base': return `the bases of a scenario cannot be followed: ${problem.reason}`;
    default: return unreachable(problem, 'explain');
  }
}

const atMost = 5;

/** What still says a value that is taken out; the first few are named. */
function explainMentions(mentions: readonly Mention[]): string {
  const named = mentions.slice(0, atMost)
    .map(({ where, says }) => `${where} says ${says}`).join('; ');
  const more = mentions.length > atMost ? `; and ${mentions.length - atMost} more` : '';
  return `what stays in the package says what is taken out: ${named}${more}.`
    + ' Take these out too, or confirm that they may stay';
}

const refused = (detail: string): Result<never, PackageProblem> =>
  refuse({ code: 'bad-arguments', command: 'package:write', detail });

const isText = (value: unknown): value is string => typeof value === 'string';

/** Pictures that the kept records name, under names that say nothing. */
function picturesOf(store: ProjectStore, records: readonly ProjectRecord[]) {
  const named =
    new Set(records.flatMap(({ body }) => Object.values(body.values).filter(isText)));
  return store.attachments.list().filter(({ id }) => named.has(id))
    .flatMap(({ id }) => store.attachments.read(id) ?? [])
    .map((picture, at) => ({ ...picture, name: `picture-${at + 1}` }));
}

/** One planner for all packages of a program: what they have in common is computed once. */
const held: { planner?: Planner } = {};
const plannerHere = (): Planner =>
  (held.planner ??= createPlanner(builtInCatalog, loadMeasuredPoints()));

/** What a sender is shown before anything is written. */
export interface PackageReview {
  readonly prepared: Prepared;
  /** What each way of giving figures reveals, safest first. */
  readonly choices: readonly Choice[];
  /** Places in what stays that say a value that is taken out. */
  readonly mentions: readonly Mention[];
}

function mentionsIn(store: ProjectStore, { records, hidden }: Prepared): readonly Mention[] {
  const pictures = picturesOf(store, records)
    .map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('latin1') }));
  return findMentions(records, hidden, pictures);
}

/** What a package would reveal, for each choice; writes nothing. */
export function reviewOrder(
  store: ProjectStore, order: Omit<PackageSelection, 'leaveMentions'>,
): Result<PackageReview, PackageProblem> {
  const prepared = preparePackage(store.document(), order.scenarioIds, order.redact);
  if (!prepared.ok) return refused(explain(prepared.error));
  return ok({
    prepared: prepared.value, mentions: mentionsIn(store, prepared.value),
    choices: reviewPackage(prepared.value, plannerHere(), order.disclosure),
  });
}

/** A package that was written. */
export interface WrittenPackage {
  readonly path: string;
  readonly hash: string;
  readonly redacted: number;
  /** Of the key it is signed with. */
  readonly fingerprint: string;
}

/**
 * Writes a client-safe copy: the chosen scenarios, fields under the patterns taken out,
 * no journal, versions or series, figures as far as they are disclosed, and a signature
 * over everything in the file.
 */
export function writePackage(
  store: ProjectStore, path: string, order: PackageOrder,
): Result<WrittenPackage, PackageProblem> {
  const { disclosure, appVersion, nowMs, dataFolder, sender } = order;
  const prepared = preparePackage(store.document(), order.scenarioIds, order.redact);
  if (!prepared.ok) return refused(explain(prepared.error));
  const { records, redacted } = prepared.value;
  const mentions = order.leaveMentions ? [] : mentionsIn(store, prepared.value);
  if (mentions.length > 0) return refused(explainMentions(mentions));
  const key = signingKey(dataFolder);
  if (!key.ok) return key;
  const about: StoredPackage = {
    format: 2, issuedAt: new Date(nowMs).toISOString(), appVersion, redacted, disclosure,
    issued: issuePackage(prepared.value, plannerHere(), disclosure),
  };
  const signed: { digests?: ContentDigests } = {};
  const seal = (digests: ContentDigests): string => {
    signed.digests = digests;
    return makeSeal(digests, key.value, sender);
  };
  const made = createProject(path, {
    records, projectId: `${packageIdPrefix}${randomUUID()}`, appVersion, nowMs,
    attachments: picturesOf(store, records),
    package: { about: JSON.stringify(about), seal },
  });
  if (!made.ok) return made;
  return ok({
    path, redacted: redacted.length, hash: packageHash(signed.digests ?? {}),
    fingerprint: fingerprintOf(key.value.publicKey),
  });
}
