import { z } from 'zod';
import type { CommandName, Commands } from '../../shared/backend.ts';
import type { Command } from '../../shared/project/record.ts';
import { recordSchema } from '../../shared/project/validate.ts';

/** Longest path any of our systems takes. */
const maxPath = 4096;
/** Base64 of a 48 MB picture or workbook; more is not something a page made. */
const maxExportCharacters = 64 * 1024 * 1024;
const maxChanges = 50_000;

const nothing = z.strictObject({});
const path = z.string().min(1).max(maxPath).refine((p) => !p.includes('\0'), 'no zero bytes');
const session = z.string().min(1).max(64);
const id = z.string().min(1).max(64);
const name = z.string().min(1).max(200);
const inSession = z.strictObject({ session });

const change = z.strictObject({ id, before: recordSchema.nullable(), after: recordSchema.nullable() });
const command = z.strictObject({
  label: name, changes: z.array(change).min(1).max(maxChanges), mergeKey: z.string().max(200).optional(),
}) as unknown as z.ZodType<Command>; // zod reads an absent optional as undefined; the shape is the same

const preferences = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']).exactOptional(),
  navigationCollapsed: z.boolean().exactOptional(),
  inspectorOpen: z.boolean().exactOptional(),
});

/** One parser per command; leaving one out, or one that passes more than the contract, is a compile error. */
export const parsers: { readonly [K in CommandName]: z.ZodType<Commands[K]['args']> } = {
  'app:info': nothing,
  'app:preferences': z.strictObject({ set: preferences.nullable() }),
  'app:recent': nothing,
  'app:forget-recent': z.strictObject({ path }),
  'app:templates': nothing,
  'app:backups': nothing,
  'app:choose-file': z.strictObject({ purpose: z.enum(['open', 'save']), suggestedName: name }),
  'project:list': nothing,
  'project:create': z.strictObject({ templateId: id, path: path.nullable(), name: name.nullable() }),
  'project:open': z.strictObject({ path }),
  'project:get': inSession,
  'project:close': inSession,
  'project:commit': z.strictObject({ session, command }),
  'project:undo': inSession,
  'project:redo': inSession,
  'project:journal': z.strictObject({ session, limit: z.int().min(1).max(100_000) }),
  'project:save-copy': z.strictObject({ session, path: path.nullable() }),
  'project:recover': z.strictObject({ backup: path }),
  'report:pdf': z.strictObject({
    session, scenarioId: id, path: path.nullable(),
    kind: z.enum(['executive', 'technical', 'assumptions', 'full']),
  }),
  'report:cancel': inSession,
  'export:file': z.strictObject({
    suggestedName: name, encoding: z.enum(['utf8', 'base64']), data: z.string().max(maxExportCharacters),
  }),
  'app:open-link': z.strictObject({ url: z.string().max(2000) }),
};
