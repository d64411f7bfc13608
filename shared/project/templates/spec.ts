import type { FieldValue } from '../field.ts';
import type { KindName } from '../kinds.ts';

/** What a template states: values by kind and key; everything else stays at its default. */
export interface TemplateSpec {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly scenario: string;
  readonly values: readonly {
    readonly kind: KindName; readonly key?: string;
    readonly values: Readonly<Record<string, FieldValue>>
  }[];
}
