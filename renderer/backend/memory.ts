import type {
  AttachmentInfo,
  BackupFile,
  CommandName,
  Commands,
  HistoryState,
  OpenProject,
  Preferences,
  RecentFile,
  SnapshotInfo,
} from '../../shared/backend.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import {
  applyChanges, invertAll, type Command, type ProjectDocument,
} from '../../shared/project/record.ts';
import { listScenarios } from '../../shared/project/resolve.ts';
import { explainStart } from '../../shared/project/start-problem.ts';
import {
  documentOf, findTemplate, templates, type Template,
} from '../../shared/project/templates.ts';
import { planStart } from '../../shared/search/start.ts';
import { checkKnownValues } from '../../shared/project/validate.ts';
import { ok, refuse } from '../../shared/units/result.ts';
import type { Host } from './context.tsx';

/** A project in memory, gone with the page. */
interface MemoryFile {
  document: ProjectDocument;
  done: readonly Command[];
  undone: readonly Command[];
  revision: number;
  versions: readonly { readonly info: SnapshotInfo; readonly document: ProjectDocument }[];
  pictures: readonly (AttachmentInfo & { readonly data: string })[];
}

/** What the host holds: files by path, and the paths opened last, newest first. */
interface Memory {
  readonly files: Map<string, MemoryFile>;
  readonly recent: string[];
  preferences: Preferences;
  session: string | null;
}

type Handlers<K extends CommandName> =
  { readonly [N in K]: (args: Commands[N]['args']) => Commands[N]['reply'] };
type AppCommand =
  Extract<CommandName, `app:${string}` | `report:${string}` | `export:${string}`>;
type KeepCommand =
  Extract<CommandName, `snapshot:${string}` | `attachment:${string}` | `package:${string}`>;
type ProjectCommand = Exclude<CommandName, AppCommand | KeepCommand>;

const folder = 'Projects/';
const openedAt = '2027-01-04T09:00:00.000Z';

const historyOf = ({ done, undone, revision }: MemoryFile): HistoryState => ({
  undo: done.at(-1)?.label ?? null,
  redo: undone.at(-1)?.label ?? null,
  revision,
});

function nameOf(document: ProjectDocument): string {
  const name = Object.values(document).find((r) => r.kind === 'project')?.body.values['name'];
  return typeof name === 'string' ? name : 'Untitled project';
}

/** A host without a file system, for component work and tests of the store. */
export function createMemoryHost(backups: readonly BackupFile[] = []): Host {
  const memory: Memory = {
    files: new Map(),
    recent: [],
    preferences: { theme: 'system', navigationCollapsed: false, inspectorOpen: true,
      tourOffered: false, author: '' },
    session: null,
  };
  const handlers: Handlers<CommandName> = { ...appHandlers(memory, backups),
    ...projectHandlers(memory), ...keepHandlers(memory) };
  return {
    call: (name, args) => Promise.resolve(handlers[name](args)),
    subscribe: () => () => undefined,
    rememberedSession: () => memory.session,
    rememberSession: (session) => { memory.session = session; },
    pathOfDropped: ({ name }) => (memory.files.has(folder + name) ? folder + name : null),
  };
}

const describe = ({ files }: Memory, path: string): RecentFile => ({
  path,
  name: nameOf(files.get(path)?.document ?? {}),
  openedAt,
  exists: files.has(path),
});

function appHandlers(memory: Memory, backups: readonly BackupFile[]): Handlers<AppCommand> {
  const { recent } = memory;
  return {
    'app:info': () =>
      ok({ kind: 'double', appVersion: '0.1.0', fileVersion: 1, nativeDialogs: false,
        projectsFolder: folder }),
    'app:preferences': ({ set }) => {
      memory.preferences = { ...memory.preferences, ...set };
      return ok(memory.preferences);
    },
    'app:recent': () => ok(recent.map((path) => describe(memory, path))),
    'app:forget-recent': ({ path }) => {
      recent.splice(0, recent.length, ...recent.filter((each) => each !== path));
      return ok(null);
    },
    'app:templates': () =>
      ok(templates.map(({ id, name, summary }) => ({ id, name, summary }))),
    'app:backups': () => ok(backups),
    'app:choose-file': () => ok(null),
    'app:open-link': () => ok({ open: 'page' }),
    'report:pdf': () => refuse({ code: 'no-browser', detail: 'this page runs without a host' }),
    'report:cancel': () => ok(null),
    'report:show': () => ok({ shown: false }),
    'export:file': () => ok(null),
  };
}

const opener = ({ files }: Memory) => <T>(session: string, run: (file: MemoryFile) => T) => {
  const file = files.get(session);
  return file === undefined ? refuse({ code: 'not-open', session } as const) : run(file);
};

/** Versions and pictures, gone with the page like the rest. */
function keepHandlers(memory: Memory): Handlers<KeepCommand> {
  const withFile = opener(memory);
  return {
    'snapshot:list': ({ session }) =>
      withFile(session, (file) => ok(file.versions.map(({ info }) => info))),
    'snapshot:take': ({ session, name }) => withFile(session, (file) => {
      const { document, revision, versions } = file;
      const info = { id: `version-${versions.length + 1}`, name, at: openedAt, by: '',
        revision, records: Object.keys(document).length };
      file.versions = [{ info, document }, ...versions];
      return ok(info);
    }),
    'snapshot:read': ({ session, id }) => withFile(session, (file) => {
      const found = file.versions.find(({ info }) => info.id === id);
      return found === undefined ? refuse({ code: 'no-snapshot', id } as const)
        : ok(found.document);
    }),
    'snapshot:rename': ({ session, id, name }) => withFile(session, (file) => {
      file.versions = file.versions.map((version) =>
        (version.info.id === id ? { ...version, info: { ...version.info, name } } : version));
      return ok(null);
    }),
    'snapshot:delete': ({ session, id }) => withFile(session, (file) => {
      file.versions = file.versions.filter(({ info }) => info.id !== id);
      return ok(null);
    }),
    'attachment:list': ({ session }) => withFile(session, (file) => ok(file.pictures)),
    'attachment:put': ({ session, name, mediaType, data }) => withFile(session, (file) => {
      const picture = { id: `picture-${file.pictures.length + 1}`, name, mediaType,
        bytes: data.length, data };
      file.pictures = [...file.pictures, picture];
      return ok(picture);
    }),
    'attachment:get': ({ session, id }) => withFile(session, (file) => {
      const found = file.pictures.find((picture) => picture.id === id);
      return found === undefined ? refuse({ code: 'no-attachment', id } as const) : ok(found);
    }),
    'package:know-signer': () => refuse({ code: 'refused', command: 'package:know-signer' }),
    'package:write': ({ path }) => refuse({ code: 'denied', path: path ?? folder }),
  };
}

function create(memory: Memory, { records }: Template, path: string) {
  const file: MemoryFile = { document: documentOf(records), done: [], undone: [],
    revision: 0, versions: [], pictures: [] };
  memory.files.set(path, file);
  return open(memory, path, file);
}

function projectHandlers(memory: Memory): Handlers<ProjectCommand> {
  const { files } = memory;
  const withFile = opener(memory);
  return {
    'project:list': () => ok([...files.keys()].map((path) => describe(memory, path))),
    'project:create': ({ templateId, path, name }) => {
      const template = findTemplate(templateId);
      return template === undefined ? refuse({ code: 'missing', path: templateId } as const)
        : create(memory, template, path ?? freePath(memory, name ?? template.name));
    },
    'project:start': ({ answers, path }) => {
      const made = planStart(answers, { catalog: builtInCatalog, points: null });
      return made.ok ? create(memory, made.value, path ?? freePath(memory, made.value.name))
        : refuse({ code: 'bad-arguments', command: 'project:start',
          detail: made.error.map(explainStart).join(' ') } as const);
    },
    'project:open': ({ path }) => {
      const file = files.get(path);
      return file === undefined ? refuse({ code: 'missing', path }) : open(memory, path, file);
    },
    'project:get': ({ session }) => withFile(session, (file) => open(memory, session, file)),
    'project:place': ({ session }) =>
      withFile(session, () => ok({ path: session, displaced: null })),
    'project:close': () => ok(null),
    'project:commit': ({ session, command }) =>
      withFile(session, (file) => commit(file, command)),
    'project:undo': ({ session }) => withFile(session, (file) => step(file, 'undo')),
    'project:redo': ({ session }) => withFile(session, (file) => step(file, 'redo')),
    'project:journal': ({ session, limit }) =>
      withFile(session, (file) => ok(journal(file, limit))),
    'project:journal-entry': ({ session, id }) =>
      withFile(session, (file) => ok({ changes: file.done[id - 1]?.changes ?? [] })),
    'project:save-copy': ({ session, path }) =>
      withFile(session, (file) => {
        const target = path ?? freePath(memory, nameOf(file.document));
        if (files.has(target)) return refuse({ code: 'exists', path: target } as const);
        files.set(target, { ...file });
        return ok({ path: target });
      }),
    'project:recover': ({ backup }) => refuse({ code: 'missing', path: backup }),
  };
}

function freePath({ files }: Memory, wish: string): string {
  let path = `${folder}${wish}.aifp`;
  for (let n = 2; files.has(path); n++) path = `${folder}${wish} ${n}.aifp`;
  return path;
}

function open(
  { recent }: Memory, path: string, file: MemoryFile,
): { readonly ok: true; readonly value: OpenProject } {
  recent.splice(0, recent.length, path, ...recent.filter((each) => each !== path));
  const { document } = file;
  return ok({ session: path, path, readOnly: false, fileVersion: 1, document,
    history: historyOf(file), migrated: null, package: null });
}

const journal = ({ done }: MemoryFile, limit: number) =>
  done.map(({ label, changes }, id) => ({
    id: id + 1, at: openedAt, label, undone: false, by: '', changes: changes.length,
  }))
    .toReversed().slice(0, limit);

function commit(file: MemoryFile, command: Command): Commands['project:commit']['reply'] {
  for (const { id, after } of command.changes) {
    const fault = after === null ? undefined : checkKnownValues(after)[0];
    if (fault !== undefined) return refuse({ code: 'invalid-record', id, detail: fault.path });
    const locked = listScenarios(file.document)
      .find((s) => s.locked && s.id === after?.scenarioId);
    if (locked !== undefined) return refuse({ code: 'locked-scenario', scenarioId: locked.id });
  }
  file.document = applyChanges(file.document, command.changes);
  const last = file.done.at(-1);
  const joins = command.mergeKey !== undefined && last?.mergeKey === command.mergeKey;
  file.done = joins
    ? [...file.done.slice(0, -1),
      { ...command, changes: [...last.changes, ...command.changes] }]
    : [...file.done, command];
  file.undone = [];
  file.revision += 1;
  return ok(historyOf(file));
}

function step(file: MemoryFile, direction: 'undo' | 'redo'): Commands['project:undo']['reply'] {
  const command = direction === 'undo' ? file.done.at(-1) : file.undone.at(-1);
  if (command === undefined) return ok({ changes: [], history: historyOf(file) });
  const changes = direction === 'undo' ? invertAll(command.changes) : command.changes;
  file.document = applyChanges(file.document, changes);
  file.done = direction === 'undo' ? file.done.slice(0, -1) : [...file.done, command];
  file.undone = direction === 'undo' ? [...file.undone, command] : file.undone.slice(0, -1);
  file.revision += 1;
  return ok({ changes, history: historyOf(file) });
}
