import type { Row } from '../../inference/point-row.ts';

/** What a person says of the server a file measured; null for what nobody said. */
export interface ImportContext {
  readonly gpu: string | null;
  readonly model: string | null;
  readonly precision: string | null;
  readonly framework: string | null;
  readonly frameworkVersion: string | null;
  readonly tp: number | null;
  readonly attentionDp: number | null;
  readonly ep: number | null;
  /** Draft tokens are used. */
  readonly speculative: boolean | null;
  /** A row that names everything itself is held against this too. */
  readonly insists?: boolean;
}

/** A table states all of this itself; nothing is filled in. */
export const nothingSaid: ImportContext = {
  gpu: null, model: null, precision: null, framework: null, frameworkVersion: null, tp: null,
  attentionDp: null, ep: null, speculative: null,
};

/** The columns of a row that the context fills. */
export function contextRow(context: ImportContext): Row {
  const { speculative } = context;
  const cells = {
    gpu: context.gpu, model: context.model, precision: context.precision,
    framework: context.framework, framework_version: context.frameworkVersion,
    tp: context.tp, attention_dp: context.attentionDp, ep: context.ep, mode: 'agg',
    speculative: speculative === null ? null : speculative ? 'mtp' : 'none',
    length_factor: 1,
  };
  return Object.fromEntries(Object.entries(cells).flatMap(([key, value]) =>
    (value === null ? [] : [[key, String(value)]])));
}

/** A number as a cell; empty when there is none. */
export const cell = (value: number | null): string => (value === null ? '' : String(value));
