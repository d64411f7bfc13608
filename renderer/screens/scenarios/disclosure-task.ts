import type { Mention } from '../../../shared/disclosure/mentions.ts';
import type { Choice } from '../../../shared/disclosure/review.ts';
import type { Disclosure } from '../../../shared/project/disclosure.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';

/** The package a sender thinks of. */
export interface PackageDraft {
  readonly document: ProjectDocument;
  readonly scenarioIds: readonly string[];
  readonly redact: readonly string[];
  readonly disclosure: Disclosure;
}

/** What the page asks of its worker; a newer question or `stop` ends the one before. */
export type DisclosureTask =
  | { readonly kind: 'ask'; readonly id: number; readonly draft: PackageDraft }
  | { readonly kind: 'stop' };

export interface DisclosureAnswer {
  readonly choices: readonly Choice[];
  readonly mentions: readonly Mention[];
}

export type DisclosureReply =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number;
    readonly total: number }
  | { readonly id: number; readonly kind: 'done'; readonly answer: DisclosureAnswer }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };
