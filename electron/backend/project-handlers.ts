import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { createProject } from '../../db/create.ts';
import { openProject } from '../../db/open.ts';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import type { FileProblem, OpenProject } from '../../shared/backend.ts';
import type { ProjectStore } from '../../db/store.ts';
import type {
  Change, ProjectDocument, ProjectRecord,
} from '../../shared/project/record.ts';
import { resolveProject } from '../../shared/project/resolve.ts';
import { explainStart } from '../../shared/project/start-problem.ts';
import { blankProject, type Template } from '../../shared/project/templates.ts';
import { createPlanner } from '../../shared/plan.ts';
import { startProject } from '../../shared/search/start.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import { authorOf, recentFile } from './app-handlers.ts';
import { backedUpName } from './backups.ts';
import type { Handlers } from './expose.ts';
import { freePath, isInside, projectExtension, safeName, type WritePlaces } from './paths.ts';
import { rememberRecent, renameRecent } from './recent.ts';
import type { Services } from './services.ts';
import { backupsFolder } from './keeping.ts';
import { describeOpen, type Sessions } from './sessions.ts';

type ProjectHandlers =
  Pick<Handlers, Exclude<Extract<keyof Handlers, `project:${string}`>, 'project:list'>>;

/** Opening, editing and copying projects. */
export function createProjectHandlers(
  services: Services, sessions: Sessions, places: WritePlaces,
): ProjectHandlers {
  const openFile = async (path: string): Promise<Result<OpenProject, FileProblem>> => {
    const opened = await sessions.open(resolve(services.host.projectsFolder, path.trim()));
    if (opened.ok) rememberProject(services, opened.value.path, nameOf(opened.value.document));
    return opened;
  };
  return {
    ...creationHandlers(services, places, openFile),
    'project:open': ({ path }) => openFile(path),
    'project:get': ({ session }) => {
      const store = sessions.find(session);
      return store.ok ? ok(describeOpen(session, store.value, services.dataFolder)) : store;
    },
    'project:place': ({ session }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const attended = store.value.attend('entry');
      return attended.ok
        ? ok({ path: store.value.path, displaced: store.value.displaced() })
        : attended;
    },
    'project:close': ({ session }) => sessions.close(session),
    'project:commit': ({ session, command }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const committed = store.value.commit(command, services.now(), authorOf(services));
      if (committed.ok) sessions.wrote(session);
      if (committed.ok && command.changes.some(isNaming)) noteName(services, store.value);
      return committed;
    },
    ...historyHandlers(services, sessions),
    'project:save-copy': ({ session, path }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const name = `${basename(store.value.path, projectExtension)} copy`;
      const target = path === null ? ok(newPath(services, name))
        : places.resolve(path, projectExtension);
      if (!target.ok) return target;
      const copied = store.value.copyTo(target.value, randomUUID());
      return copied.ok ? ok({ path: target.value }) : copied;
    },
    'project:recover': ({ backup }) => {
      const restored = restore(services, resolve(backup));
      return restored.ok ? openFile(restored.value) : restored;
    },
  };
}

/** Projects made of a template, or of the answers of a start: one way into a file. */
function creationHandlers(
  services: Services, places: WritePlaces,
  openFile: (path: string) => Promise<Result<OpenProject, FileProblem>>,
): Pick<Handlers, 'project:create' | 'project:start'> {
  const create = (template: Template, path: string | null, name: string | null) => {
    const target = path === null ? ok(newPath(services, name ?? template.name))
      : places.resolve(path, projectExtension);
    if (!target.ok) return target;
    const made = createFromTemplate(services, template, target.value, name);
    return made.ok ? openFile(target.value) : made;
  };
  return {
    'project:create': ({ templateId, path, name }) => {
      const template =
        [...services.templates, blankProject].find((each) => each.id === templateId);
      return template === undefined ? refuse({ code: 'bad-arguments',
        command: 'project:create', detail: `no template ${templateId}` })
        : create(template, path, name);
    },
    'project:start': ({ answers, path }) => {
      const points = loadMeasuredPoints();
      const made = startProject(answers, { catalog: builtInCatalog, points },
        createPlanner(builtInCatalog, points));
      return made.ok ? create(made.value, path, null) : refuse({ code: 'bad-arguments',
        command: 'project:start', detail: made.error.map(explainStart).join(' ') });
    },
  };
}

/** The way back, and what was done. */
function historyHandlers(
  services: Services, sessions: Sessions,
): Pick<Handlers, 'project:undo' | 'project:redo' | 'project:journal'
  | 'project:journal-entry'> {
    return {
      'project:undo': ({ session }) => {
        const store = sessions.find(session);
        if (!store.ok) return store;
        const stepped = store.value.undo();
        if (stepped.ok) sessions.wrote(session);
        if (stepped.ok) noteName(services, store.value);
        return stepped;
      },
      'project:redo': ({ session }) => {
        const store = sessions.find(session);
        if (!store.ok) return store;
        const stepped = store.value.redo();
        if (stepped.ok) sessions.wrote(session);
        if (stepped.ok) noteName(services, store.value);
        return stepped;
      },
      'project:journal': ({ session, limit }) => {
        const store = sessions.find(session);
        return store.ok ? ok(store.value.journal(limit)) : store;
      },
      'project:journal-entry': ({ session, id }) => {
        const store = sessions.find(session);
        return store.ok ? ok({ changes: store.value.journalEntry(id) ?? [] }) : store;
      },
    };
  }

/** A list that cannot be written is no reason to refuse a project. */
export function rememberProject(services: Services, path: string, name?: string): void {
  try {
    rememberRecent(recentFile(services), path, services.now(), name);
  } catch (error) {
    services.log(`recent files: ${String(error)}`);
  }
}

/** Whether a change may give the project another name. */
const isNaming = ({ before, after }: Change): boolean =>
  (after ?? before)?.kind === 'project';

const nameOf = (document: ProjectDocument): string => resolveProject(document).values.name;

/** Keeps the list of recent files to what its projects are called now. */
function noteName(services: Services, store: ProjectStore): void {
  try {
    renameRecent(recentFile(services), store.path, nameOf(store.document()));
  } catch (error) {
    services.log(`recent files: ${String(error)}`);
  }
}

const newPath = (services: Services, name: string): string =>
  freePath(services.host.projectsFolder, safeName(name), projectExtension);

function createFromTemplate(
  { host, now }: Services, template: Template, path: string, name: string | null,
): Result<null, FileProblem> {
  const records = name === null ? template.records
    : template.records.map(
      (record) => (record.kind === 'project' ? rename(record, name) : record),
    );
  return createProject(path,
    { records, projectId: randomUUID(), appVersion: host.appVersion, nowMs: now() });
}

const rename = (record: ProjectRecord, name: string): ProjectRecord =>
  ({ ...record, body: { ...record.body, values: { ...record.body.values, name } } });

/** Copies a backup to a new file in the projects folder. */
function restore(services: Services, backup: string): Result<string, FileProblem> {
  if (!isInside(backupsFolder(services), backup))
    return refuse({ code: 'denied', path: backup });
  const opened = openProject(backup, { mode: 'read', backupPath: () => backup });
  if (!opened.ok) return opened;
  const name = backedUpName(basename(backup)) ?? basename(backup, projectExtension);
  const target = newPath(services, `${safeName(name)} restored`);
  const copied = opened.value.copyTo(target, randomUUID());
  opened.value.close();
  return copied.ok ? ok(target) : copied;
}
