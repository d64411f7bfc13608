import { createHash, randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { ok, refuse } from '../../shared/units/result.ts';
import type { Handlers } from './expose.ts';
import { checkImage } from './images.ts';
import { knowSigner } from './package-info.ts';
import { freePath, projectExtension, safeName, type WritePlaces } from './paths.ts';
import { authorOf } from './app-handlers.ts';
import type { Services } from './services.ts';
import type { Sessions } from './sessions.ts';
import type { Workers } from './worker/pool.ts';
import { writePackageElsewhere } from './worker/write-package.ts';

type KeepHandlers = Pick<Handlers,
  Extract<keyof Handlers, `snapshot:${string}` | `attachment:${string}` | `package:${string}`>>;

/**
 * What a project keeps beside its records: named versions and pictures; and the copy that
 * is handed over.
 */
export function createKeepHandlers(
  services: Services, sessions: Sessions, places: WritePlaces, workers: Workers,
): KeepHandlers {
  return {
    ...snapshotHandlers(services, sessions),
    ...attachmentHandlers(sessions),
    'package:know-signer': ({ session, name }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const known = knowSigner(services.dataFolder, store.value, name);
      return known === null ? refuse({ code: 'refused', command: 'package:know-signer' })
        : ok(known);
    },
    'package:write': async ({ session, path, ...order }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const name = `${safeName(basename(store.value.path, projectExtension))} package`;
      const target = path === null
        ? ok(freePath(services.host.projectsFolder, name, projectExtension))
        : places.resolve(path, projectExtension);
      if (!target.ok) return target;
      const { host: { appVersion }, dataFolder } = services;
      return writePackageElsewhere(workers, store.value, target.value, {
        ...order, appVersion, nowMs: services.now(), dataFolder, sender: authorOf(services),
      });
    },
  };
}

function snapshotHandlers(
  services: Services, sessions: Sessions,
): Pick<Handlers, Extract<keyof Handlers, `snapshot:${string}`>> {
  return {
    'snapshot:list': ({ session }) => {
      const store = sessions.find(session);
      return store.ok ? ok(store.value.snapshots.list()) : store;
    },
    'snapshot:take': ({ session, name }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const taken =
        store.value.snapshots.take({
          id: randomUUID(), name, nowMs: services.now(), by: authorOf(services),
        });
      if (taken.ok) sessions.wrote(session);
      return taken;
    },
    'snapshot:read': ({ session, id }) => {
      const store = sessions.find(session);
      return store.ok ? store.value.snapshots.read(id) : store;
    },
    'snapshot:rename': ({ session, id, name }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const renamed = store.value.snapshots.rename(id, name);
      if (renamed.ok) sessions.wrote(session);
      return renamed;
    },
    'snapshot:delete': ({ session, id }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const deleted = store.value.snapshots.delete(id);
      if (deleted.ok) sessions.wrote(session);
      return deleted;
    },
  };
}

function attachmentHandlers(
  sessions: Sessions,
): Pick<Handlers, Extract<keyof Handlers, `attachment:${string}`>> {
  return {
    'attachment:list': ({ session }) => {
      const store = sessions.find(session);
      return store.ok ? ok(store.value.attachments.list()) : store;
    },
    'attachment:put': ({ session, name, mediaType, data }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const bytes = Buffer.from(data, 'base64');
      const checked = checkImage(bytes, mediaType);
      if (!checked.ok) return checked;
      const id = createHash('sha256').update(bytes).digest('hex');
      const put = store.value.attachments.put({ id, name, mediaType, bytes });
      if (put.ok) sessions.wrote(session);
      return put.ok ? ok({ ...put.value, id, name, mediaType, bytes: bytes.length }) : put;
    },
    'attachment:get': ({ session, id }) => {
      const store = sessions.find(session);
      if (!store.ok) return store;
      const found = store.value.attachments.read(id);
      if (found === null) return refuse({ code: 'no-attachment', id });
      // A stranger's file may hold anything under any type: it is checked again on the way out.
      const checked = checkImage(Buffer.from(found.bytes), found.mediaType);
      if (!checked.ok) return checked;
      const { name, mediaType, bytes } = found;
      return ok({ id, name, mediaType, bytes: bytes.length,
        data: Buffer.from(bytes).toString('base64') });
    },
  };
}
