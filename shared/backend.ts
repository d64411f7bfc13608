import type { Disclosure } from './project/disclosure.ts';
import type { StartAnswers } from './project/guided-start.ts';
import type { PackageInfo } from './project/package-info.ts';
import type { Change, Command, ProjectDocument } from './project/record.ts';
import type { Result } from './units/result.ts';

/**
 * The contract between the renderer and whatever hosts it. One map of commands, one of pushes;
 * Electron IPC, the browser host's HTTP and the test double are adapters of this map and
 * add nothing.
 */

/**
 * Why a file could not be opened or written. Closed: every host and the CLI must be able
 * to explain each.
 */
export type FileProblem =
  | { readonly code: 'missing'; readonly path: string }
  | { readonly code: 'not-ours'; readonly path: string }
  | { readonly code: 'damaged'; readonly path: string; readonly detail: string }
  | { readonly code: 'too-new'; readonly path: string; readonly fileVersion: number;
    readonly appVersion: number }
  /** Keeps defaults of a version this program does not have. */
  | { readonly code: 'newer-defaults'; readonly path: string; readonly version: number;
    readonly appVersion: number }
  | { readonly code: 'busy'; readonly path: string }
  | { readonly code: 'read-only'; readonly path: string }
  | { readonly code: 'denied'; readonly path: string }
  | { readonly code: 'too-large'; readonly path: string; readonly bytes: number; readonly maxBytes: number }
  /**
   * Reading it took more processor time or memory than an honest file needs; nothing was
   * opened.
   */
  | { readonly code: 'too-slow'; readonly path: string; readonly seconds: number }
  | { readonly code: 'too-much-memory'; readonly path: string; readonly limitBytes: number }
  | { readonly code: 'exists'; readonly path: string }
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'no-folder'; readonly path: string }
  | { readonly code: 'name-too-long'; readonly path: string }
  | { readonly code: 'link-loop'; readonly path: string }
  /** A name that not every system can store, so that the file could not be handed on. */
  | { readonly code: 'bad-name'; readonly path: string; readonly why: BadName }
  /** The system refused for a reason of its own; `detail` is its name for it. */
  | { readonly code: 'disk-error'; readonly path: string; readonly detail: string };

/**
 * Why a file name is not used: kept for devices, a forbidden character, or an end that
 * Windows drops.
 */
export type BadName = 'reserved' | 'character' | 'ending';

/**
 * The file of an open project is not where it was: another program moved, replaced or
 * deleted it. Everything acknowledged is in `path`, a copy of its own in which work goes
 * on; `original` is left alone.
 */
export interface Displacement {
  readonly code: 'moved' | 'replaced' | 'deleted';
  readonly original: string;
  readonly path: string;
}

/**
 * A reply to a command that writes; `displaced` is set when the file turned out to be
 * gone on the way.
 */
export type Told<T> = T & { readonly displaced?: Displacement };

export type CommitProblem =
  | { readonly code: 'not-open'; readonly session: string }
  | { readonly code: 'stale'; readonly id: string }
  | { readonly code: 'invalid-record'; readonly id: string; readonly detail: string }
  | { readonly code: 'locked-scenario'; readonly scenarioId: string }
  | { readonly code: 'read-only'; readonly path: string }
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'disk-error'; readonly path: string; readonly detail: string }
  /**
   * The file is gone from its place and no copy could be made anywhere: nothing was
   * written.
   */
  | { readonly code: 'moved'; readonly path: string }
  | { readonly code: 'replaced'; readonly path: string }
  | { readonly code: 'deleted'; readonly path: string };

/** Problems of the call itself, before any handler ran. */
export type CallProblem =
  | { readonly code: 'bad-arguments'; readonly command: string; readonly detail: string }
  | { readonly code: 'refused'; readonly command: string }
  | { readonly code: 'internal'; readonly detail: string };

export type PdfProblem =
  | { readonly code: 'no-browser'; readonly detail: string }
  | { readonly code: 'cancelled' }
  | { readonly code: 'print-failed'; readonly detail: string };

export interface HistoryState {
  /** Label of the command undo would take back, null when there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Grows by one with every committed command, undo and redo. */
  readonly revision: number;
}

export interface OpenProject {
  readonly session: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly fileVersion: number;
  readonly document: ProjectDocument;
  readonly history: HistoryState;
  /** Set when an older file was brought up to date; names the backup made first. */
  readonly migrated: { readonly from: number; readonly backup: string } | null;
  /** Set when the file is a client-safe package: it opens read-only for ever. */
  readonly package: PackageInfo | null;
}

/** A named version of the whole project. */
export interface SnapshotInfo {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly revision: number;
  readonly records: number;
}

export type SnapshotProblem =
  | { readonly code: 'no-snapshot'; readonly id: string }
  | { readonly code: 'damaged-snapshot'; readonly id: string; readonly detail: string }
  | { readonly code: 'too-many-snapshots'; readonly limit: number };

export type ImageType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

export interface AttachmentInfo {
  /** Fingerprint of the bytes. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: ImageType;
  readonly bytes: number;
}

/** Why a picture was not taken into the project. */
export type AttachmentProblem =
  | { readonly code: 'not-an-image'; readonly detail: string }
  | { readonly code: 'image-too-large'; readonly detail: string }
  | { readonly code: 'active-content'; readonly detail: string }
  /** A drawing that takes far more work to draw than a logo. */
  | { readonly code: 'too-complex'; readonly detail: string }
  | { readonly code: 'no-attachment'; readonly id: string };

export interface RecentFile {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly exists: boolean;
}

export interface TemplateInfo {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

export interface BackupFile {
  readonly path: string;
  readonly projectName: string;
  readonly savedAt: string;
  readonly bytes: number;
}

export interface HostInfo {
  readonly kind: 'electron' | 'browser' | 'double';
  readonly appVersion: string;
  readonly fileVersion: number;
  /** Whether the host shows native open/save dialogs; otherwise the page asks for a name. */
  readonly nativeDialogs: boolean;
  readonly projectsFolder: string;
}

export interface Preferences {
  readonly theme: 'light' | 'dark' | 'system';
  readonly navigationCollapsed: boolean;
  readonly inspectorOpen: boolean;
  /** Whether the tour was offered and answered: it is offered once. */
  readonly tourOffered: boolean;
  /** Who works here, as the change log names them. */
  readonly author: string;
}

export interface JournalEntry {
  readonly id: number;
  readonly at: string;
  readonly label: string;
  readonly undone: boolean;
  readonly by: string;
  /** Records the command changed. */
  readonly changes: number;
}

export type ReportKind = 'executive' | 'technical' | 'assumptions' | 'full' | 'comparison';

/** Every kind of report, for parsers. */
export const reportKinds = {
  executive: true, technical: true, assumptions: true, full: true, comparison: true,
} as const satisfies Record<ReportKind, true>;

/** name -> (argument) -> result. Every argument is one plain object; every reply a Result. */
export interface Commands {
  'app:info': { args: Record<string, never>; reply: Result<HostInfo, CallProblem> };
  'app:preferences': { args: { set: Partial<Preferences> | null }; reply: Result<Preferences, CallProblem> };
  'app:recent': { args: Record<string, never>; reply: Result<readonly RecentFile[], CallProblem> };
  'app:forget-recent': { args: { path: string }; reply: Result<null, CallProblem> };
  'app:templates': { args: Record<string, never>; reply: Result<readonly TemplateInfo[], CallProblem> };
  'app:backups': { args: Record<string, never>; reply: Result<readonly BackupFile[], CallProblem> };
  /**
   * Asks for a file; null when the person cancels. Browser host: lists files of the
   * projects folder instead.
   */
  'app:choose-file': {
    args: { purpose: 'open' | 'save'; suggestedName: string };
    reply: Result<string | null, CallProblem>
  };
  'project:list': { args: Record<string, never>; reply: Result<readonly RecentFile[], CallProblem> };
  /** `path` null: the host picks a free name in its projects folder. */
  'project:create': {
    args: { templateId: string; path: string | null; name: string | null };
    reply: Result<OpenProject, FileProblem | CallProblem>
  };
  /** A new project of a guided start; answers no project can be made of are bad arguments. */
  'project:start': { args: { answers: StartAnswers; path: string | null };
    reply: Result<OpenProject, FileProblem | CallProblem> };
  'project:open': { args: { path: string }; reply: Result<OpenProject, FileProblem | CallProblem> };
  /**
   * The open project as it stands: for a page that was reloaded, and for the one that is
   * printed.
   */
  'project:get': { args: { session: string }; reply: Result<OpenProject, CommitProblem | CallProblem> };
  /**
   * Looks whether the file is still where it was opened; if not, work goes on in a copy.
   * `displaced` is the last time that happened in this session. A page asks when it comes
   * to the front.
   */
  'project:place': {
    args: { session: string };
    reply: Result<{ readonly path: string; readonly displaced: Displacement | null },
      CommitProblem | CallProblem>;
  };
  'project:close': { args: { session: string }; reply: Result<null, CommitProblem | CallProblem> };
  'project:commit': {
    args: { session: string; command: Command };
    reply: Result<Told<HistoryState>, CommitProblem | CallProblem>
  };
  'project:undo': {
    args: { session: string };
    reply: Result<Told<{ changes: readonly Change[]; history: HistoryState }>, CommitProblem | CallProblem>;
  };
  'project:redo': {
    args: { session: string };
    reply: Result<Told<{ changes: readonly Change[]; history: HistoryState }>, CommitProblem | CallProblem>;
  };
  'project:journal': {
    args: { session: string; limit: number };
    reply: Result<readonly JournalEntry[], CommitProblem | CallProblem>
  };
  /** What one step of the journal changed. */
  'project:journal-entry': {
    args: { session: string; id: number };
    reply: Result<{ changes: readonly Change[] }, CommitProblem | CallProblem>;
  };
  'snapshot:list': {
    args: { session: string };
    reply: Result<readonly SnapshotInfo[], CommitProblem | CallProblem>
  };
  'snapshot:take': {
    args: { session: string; name: string };
    reply: Result<Told<SnapshotInfo>, SnapshotProblem | CommitProblem | CallProblem>;
  };
  'snapshot:read': {
    args: { session: string; id: string };
    reply: Result<ProjectDocument, SnapshotProblem | CommitProblem | CallProblem>;
  };
  'snapshot:rename': {
    args: { session: string; id: string; name: string };
    reply: Result<null, SnapshotProblem | CommitProblem | CallProblem>;
  };
  'snapshot:delete': {
    args: { session: string; id: string };
    reply: Result<null, SnapshotProblem | CommitProblem | CallProblem>;
  };
  'attachment:list': {
    args: { session: string };
    reply: Result<readonly AttachmentInfo[], CommitProblem | CallProblem>;
  };
  /** Takes a picture into the project; `data` is base64. The same bytes are kept once. */
  'attachment:put': {
    args: { session: string; name: string; mediaType: ImageType; data: string };
    reply: Result<Told<AttachmentInfo>, AttachmentProblem | CommitProblem | CallProblem>;
  };
  'attachment:get': {
    args: { session: string; id: string };
    reply: Result<AttachmentInfo & { readonly data: string },
      AttachmentProblem | CommitProblem | CallProblem>;
  };
  /**
   * Writes a client-safe copy: chosen scenarios, chosen fields taken out, no history,
   * locked.
   */
  'package:write': {
    args: {
      session: string; scenarioIds: readonly string[]; redact: readonly string[]; disclosure: Disclosure;
      /** Lets what seems to say a value that is taken out stay in. */
      leaveMentions: boolean; path: string | null;
    };
    reply: Result<
      { path: string; hash: string; redacted: number; fingerprint: string },
      FileProblem | CommitProblem | CallProblem
    >;
  };
  /**
   * Keeps the key a package is signed with under a name, after its owner was asked for
   * the fingerprint.
   */
  'package:know-signer': {
    args: { session: string; name: string };
    reply: Result<PackageInfo, CommitProblem | CallProblem>;
  };
  'project:save-copy': {
    args: { session: string; path: string | null };
    reply: Result<{ path: string }, FileProblem | CommitProblem | CallProblem>
  };
  /** Restores a backup as a new file beside the projects; the damaged file is left as it is. */
  'project:recover': { args: { backup: string }; reply: Result<OpenProject, FileProblem | CallProblem> };
  'report:pdf': {
    args: {
      session: string; scenarioId: string; kind: ReportKind; path: string | null;
      /** Sections to print; null prints all of the kind. */
      sections: readonly string[] | null;
      /** Scenarios of a comparison, in order; null takes all. */
      scenarioIds: readonly string[] | null;
    };
    reply: Result<{ path: string; pages: number; bytes: number },
      PdfProblem | FileProblem | CommitProblem | CallProblem>;
  };
  'report:cancel': { args: { session: string }; reply: Result<null, CallProblem> };
  /** Opens a report this host wrote, or its folder; not shown where there is no desktop. */
  'report:show': { args: { path: string; how: 'open' | 'folder' };
    reply: Result<{ readonly shown: boolean }, CallProblem> };
  /** Writes text or bytes (base64) the page made: CSV, SVG, PNG, JSON. */
  'export:file': {
    args: { suggestedName: string; encoding: 'utf8' | 'base64'; data: string };
    reply: Result<{ path: string } | null, FileProblem | CallProblem>
  };
  /**
   * Opens one of our own links outside, or tells the page to: a host without a desktop
   * has no browser to call.
   */
  'app:open-link': { args: { url: string }; reply: Result<{ readonly open: 'host' | 'page' }, CallProblem> };
}

export interface Pushes {
  /** A menu entry or accelerator of the native menu, by the palette's command id. */
  'menu:command': { readonly id: string };
  /** A file handed to the running app by the operating system or a second start. */
  'file:open-request': { readonly path: string };
  /**
   * The file of an open project was moved, replaced or deleted; the session goes on in a
   * copy.
   */
  'project:displaced': Displacement & { readonly session: string };
  /**
   * The host failed and was started again; names the project that was open, where the
   * host knows it.
   */
  'app:restarted': { readonly path: string | null };
  'task:progress': { readonly task: string; readonly fraction: number; readonly label: string };
}

export type CommandName = keyof Commands;
export type PushName = keyof Pushes;

/** Every command by name; an adapter that leaves one out does not compile. */
export const commandNames = {
  'app:info': true, 'app:preferences': true, 'app:recent': true, 'app:forget-recent': true,
  'app:templates': true, 'app:backups': true, 'app:choose-file': true, 'project:list': true,
  'project:create': true, 'project:open': true, 'project:start': true, 'project:get': true,
  'project:place': true, 'project:close': true, 'project:commit': true, 'project:undo': true,
  'project:redo': true, 'project:journal': true, 'project:journal-entry': true,
  'snapshot:list': true, 'snapshot:take': true, 'snapshot:read': true, 'snapshot:rename': true,
  'snapshot:delete': true, 'attachment:list': true, 'attachment:put': true,
  'attachment:get': true, 'package:write': true, 'package:know-signer': true,
  'project:save-copy': true, 'project:recover': true, 'report:pdf': true,
  'report:cancel': true, 'report:show': true, 'export:file': true, 'app:open-link': true,
} as const satisfies Record<CommandName, true>;

/** What the renderer holds. `subscribe` returns the function that ends the subscription. */
export interface Backend {
  readonly call: <K extends CommandName>(name: K, args: Commands[K]['args']) => Promise<Commands[K]['reply']>;
  readonly subscribe: <K extends PushName>(name: K, listener: (push: Pushes[K]) => void) => () => void;
}
