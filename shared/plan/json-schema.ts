import { z } from 'zod';
import { evidenceClasses } from '../units/provenance.ts';
import { headlineKeys } from './types.ts';

/** The exported form of a plan, `aifp.plan/1`. An absent result is null and explained in `warnings`. */
const figure = z.number().nullable();
const text = z.string();

const costBasis = z.strictObject({ tokens: text, allocation: text, utilisation: text, tier: text, priceYear: text });

const serving = z.strictObject({
  mode: text, framework: text, release: text.nullable(), tp: figure, attentionDp: figure, ep: figure, concurrency: figure,
  prefillAccelerators: figure, decodeAccelerators: figure,
});

const group = z.strictObject({
  id: text, name: text, system: text, model: text, precision: text, racks: z.number(), accelerators: z.number(),
  serving: serving.nullable(),
  tokPerSecPerUser: figure, outputTokPerSecPerAccelerator: figure, totalTokPerSecPerAccelerator: figure,
  ttftMsLow: figure, ttftMsHigh: figure,
  source: z.enum(['measured', 'interpolated', 'modelled']).nullable(), expectedErrorPct: figure, nearestMeasurement: text.nullable(),
});

const shares = z.record(z.enum(evidenceClasses), z.number());

export const planJsonSchema = z.strictObject({
  schema: z.literal('aifp.plan/1'),
  project: z.strictObject({ name: text, fileVersion: z.number() }),
  scenario: z.strictObject({ id: text, name: text }),
  hash: text,
  headline: z.strictObject({
    ...Object.fromEntries(headlineKeys.map((key) => [key, figure])) as Record<(typeof headlineKeys)[number], typeof figure>,
    irr: z.array(z.number()).nullable(), costBasis,
  }),
  groups: z.array(group),
  facility: z.record(text, z.union([figure, text])),
  network: z.strictObject({
    leaf: figure, spine: figure, core: figure, cables: figure, opticsModules: figure, costUsd: figure, powerKw: figure,
  }),
  inputs: z.array(z.strictObject({ path: text, value: z.union([z.number(), text, z.boolean(), z.null()]), unit: text, changed: z.boolean(), evidence: text })),
  months: z.array(z.record(text, figure)).optional(),
  limits: z.array(z.strictObject({ code: text, where: text, limit: z.number(), value: z.number(), unit: text, broken: z.boolean(), nearestFix: text })),
  warnings: z.array(z.strictObject({ code: text, where: text, text })),
  provenance: z.strictObject({ inputs: z.number(), byEvidence: shares, npvShareByEvidence: shares.nullable() }),
});

export type PlanJson = z.infer<typeof planJsonSchema>;
