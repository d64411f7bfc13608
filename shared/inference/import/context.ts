import type { Row } from '../point-row.ts';

/** What a load generator's file does not say: the server behind the address it measured. */
export interface ImportContext {
  readonly gpu: string;
  readonly model: string;
  readonly precision: string;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly tp: number;
  readonly attentionDp: number;
  readonly ep: number;
  /** Draft tokens are used. */
  readonly speculative: boolean;
}

/** The columns of a row that the context fills. */
export function contextRow(context: ImportContext): Row {
  return {
    gpu: context.gpu, model: context.model, precision: context.precision,
    framework: context.framework,
    framework_version: context.frameworkVersion, tp: String(context.tp),
    attention_dp: String(context.attentionDp),
    ep: String(context.ep), mode: 'agg', speculative: context.speculative ? 'mtp' : 'none',
    length_factor: '1',
  };
}

/** A number as a cell; empty when there is none. */
export const cell = (value: number | null): string => (value === null ? '' : String(value));
