import { z } from 'zod';
import {
  reportKinds, type CommandName, type Commands, type ReportKind,
} from '../../shared/backend.ts';
import { mostSystems, mostWorkloads, startOwnerships } from '../../shared/project/guided-start.ts';
import { disclosureModes, isDisclosure } from '../../shared/project/disclosure.ts';
import type { Command } from '../../shared/project/record.ts';
import { recordSchema } from '../../shared/project/validate.ts';

/** Longest path any of our systems takes. */
const maxPath = 4096;
/** Base64 of a picture or workbook of 24 MB; more is not something a page made. */
const maxExportCharacters = 32 * 1024 * 1024;
const maxChanges = 50_000;

const nothing = z.strictObject({});
const path = z.string().min(1).max(maxPath).refine((p) => !p.includes('\0'), 'no zero bytes');
const session = z.string().min(1).max(64);
const id = z.string().min(1).max(64);
const name = z.string().min(1).max(200);
const inSession = z.strictObject({ session });

const change =
  z.strictObject({ id, before: recordSchema.nullable(), after: recordSchema.nullable() });
const command = z.strictObject({
  label: name, changes: z.array(change).min(1).max(maxChanges),
  mergeKey: z.string().max(200).optional(),
// zod reads an absent optional as undefined; the shape is the same
}) as unknown as z.ZodType<Command>;

const preferences = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']).exactOptional(),
  navigationCollapsed: z.boolean().exactOptional(),
  inspectorOpen: z.boolean().exactOptional(),
  tourOffered: z.boolean().exactOptional(),
  author: z.string().max(100).exactOptional(),
});

const snapshotId = z.string().min(1).max(64);
/**
 * Base64 of a picture of a megabyte, and room for what is refused for its size with a
 * better word.
 */
const maxPictureCharacters = 8 * 1024 * 1024;
/** Paths of fields, with `*` for any record. */
const redactions = z.array(z.string().min(1).max(300)).max(2000);

const disclosure = z
  .strictObject({ mode: z.enum(disclosureModes), gridShare: z.number(), digits: z.number() })
  .refine(isDisclosure, 'a grid of 1 to 50 % and 1 to 6 digits');

const start = z.strictObject({
  client: z.string().max(200), site: id, utilityMw: z.number(),
  electricityUsdPerKwh: z.number().nullable(),
  workloads: z.array(z.strictObject({ preset: id, model: id, powerShare: z.number(),
    tokensPerDay: z.number().nullable() })).max(mostWorkloads),
  utilisation: z.number().nullable(), systems: z.array(id).max(mostSystems),
  ownership: z.enum(startOwnerships),
});

const isReportKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text);

/**
 * One parser per command; leaving one out, or one that passes more than the contract, is
 * a compile error.
 */
export const parsers: { readonly [K in CommandName]: z.ZodType<Commands[K]['args']> } = {
  'app:info': nothing,
  'app:preferences': z.strictObject({ set: preferences.nullable() }),
  'app:recent': nothing,
  'app:forget-recent': z.strictObject({ path }),
  'app:templates': nothing,
  'app:backups': nothing,
  'app:choose-file': z.strictObject({ purpose: z.enum(['open', 'save']), suggestedName: name }),
  'project:list': nothing,
  'project:create': z.strictObject({
    templateId: id, path: path.nullable(), name: name.nullable(),
  }),
  'project:start': z.strictObject({ answers: start, path: path.nullable() }),
  'project:open': z.strictObject({ path }),
  'project:get': inSession,
  'project:place': inSession,
  'project:close': inSession,
  'project:commit': z.strictObject({ session, command }),
  'project:undo': inSession,
  'project:redo': inSession,
  'project:journal': z.strictObject({ session, limit: z.int().min(1).max(100_000) }),
  'project:journal-entry': z.strictObject({ session, id: z.int().min(1) }),
  'snapshot:list': inSession,
  'snapshot:take': z.strictObject({ session, name }),
  'snapshot:read': z.strictObject({ session, id: snapshotId }),
  'snapshot:rename': z.strictObject({ session, id: snapshotId, name }),
  'snapshot:delete': z.strictObject({ session, id: snapshotId }),
  'attachment:list': inSession,
  'attachment:put': z.strictObject({
    session, name, mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
    data: z.base64().max(maxPictureCharacters),
  }),
  'attachment:get': z.strictObject({ session, id: snapshotId }),
  'package:write': z.strictObject({
    session, scenarioIds: z.array(id).min(1).max(1000), redact: redactions, disclosure,
    leaveMentions: z.boolean(), path: path.nullable(),
  }),
  'package:know-signer': z.strictObject({ session, name }),
  'project:save-copy': z.strictObject({ session, path: path.nullable() }),
  'project:recover': z.strictObject({ backup: path }),
  'report:pdf': z.strictObject({
    session, scenarioId: id, path: path.nullable(),
    kind: z.string().refine(isReportKind),
    sections: z.array(name).max(200).nullable(),
    scenarioIds: z.array(id).min(1).max(100).nullable(),
  }),
  'report:cancel': inSession,
  'report:show': z.strictObject({ path, how: z.enum(['open', 'folder']) }),
  'export:file': z.strictObject({
    suggestedName: name, encoding: z.enum(['utf8', 'base64']),
    data: z.string().max(maxExportCharacters),
  }),
  'app:open-link': z.strictObject({ url: z.string().max(2000) }),
};
