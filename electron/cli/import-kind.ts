import type { FieldNote, ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import type { Result } from '../../shared/units/result.ts';
import type { Args } from './args.ts';
import type { Stop } from './load.ts';

/** A file from elsewhere. What is long is read from its path, piece by piece. */
export interface ImportFile {
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly bytes: () => Result<Uint8Array, Stop>;
}

/** A record an import adds; its key is made free if another record has it. */
export interface NewRecord {
  readonly kind: ProjectRecord['kind'];
  readonly key: string;
  readonly values: ProjectRecord['body']['values'];
  /** Notes on its fields: the file's name and hash as their source. */
  readonly notes?: Readonly<Record<string, FieldNote>>;
  /** What is to be said of how the values came about, when they are kept. */
  readonly said?: readonly string[];
}

/** What was read, before anything is kept. */
export interface Imported {
  /** As design of the command line states it for the kind. */
  readonly json: unknown;
  /** The same for a person: what was read, repaired, left out and why. */
  readonly lines: readonly string[];
  /** What `--into` keeps; a sentence where the file's content cannot be kept. */
  readonly records: (
    document: ProjectDocument, scenarioId: string,
  ) => Result<readonly NewRecord[], string>;
}

/** Why nothing was read. */
export interface NotUnderstood {
  /** From 1; null where the trouble stands in no one line. */
  readonly line: number | null;
  readonly reason: string;
}

export type ImportAnswer = Result<Imported, NotUnderstood | Stop>;

/** One kind of file the command reads. */
export interface ImportKind {
  readonly kind: string;
  /** One line of help. */
  readonly summary: string;
  /** Flags and options of this kind beside those every kind takes. */
  readonly flags?: readonly string[];
  readonly options?: readonly string[];
  readonly run: (file: ImportFile, args: Args) => ImportAnswer | Promise<ImportAnswer>;
}
