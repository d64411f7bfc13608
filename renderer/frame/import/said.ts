import type { SaidOfFile } from '../../foreign/read-any.ts';
import { homeOf } from '../../../shared/plan/entries/inventory.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { catalog } from '../../state/catalog.ts';
import type { ImportHint } from '../../state/import-file.ts';

/** What a person has said of the file in the preview. */
export type Said = Omit<SaidOfFile,
  'siteLatitude' | 'traffic' | 'utilityKw' | 'server' | 'home' | 'own'> & {
  /** Class whose demand a load file is; null takes the first. */
  readonly traffic: string | null;
  /** Hours the place is ahead of a load file's times. */
  readonly zoneHours: number;
  /** Rack group a load generator measured. */
  readonly group: string | null;
  readonly tp: number | null;
  readonly attentionDp: number | null;
  readonly ep: number | null;
};

/** What is said before a person says anything. */
export const nothingYet = ({ group, tp, attentionDp, ep }: ImportHint): Said => ({
  load: {}, reserve: null, item: null, context: null, where: null, traffic: null, zoneHours: 0,
  group: group ?? null, tp: tp ?? null, attentionDp: attentionDp ?? null, ep: ep ?? null,
});

/** A rack group as the server a file was measured on. */
function serverOf({ group, tp, attentionDp, ep }: Said, inputs: ScenarioInputs): SaidOfFile['server'] {
  const values = inputs.rackGroup.find(({ key }) => key === group)?.values;
  if (values === undefined) return null;
  const traffic = inputs.traffic.find(({ key }) => key === values.traffic)
    ?? inputs.traffic[0];
  return {
    gpu: catalog.systems[values.system]?.acceleratorId ?? null,
    model: traffic?.values.model ?? null, precision: values.precision,
    framework: values.framework, tp, attentionDp, ep, speculative: values.speculativeDraft > 0,
  };
}

/** What was said together with what the scenario knows. */
export function allSaid(said: Said, inputs: ScenarioInputs | null): SaidOfFile {
  const { load, reserve, item, context, where, traffic, zoneHours } = said;
  const classes = inputs?.traffic ?? [];
  const target = classes.find(({ key }) => key === traffic) ?? classes[0];
  return { load, reserve, item, context, where,
    home: inputs === null ? null : homeOf(inputs),
    own: { customModel: (inputs?.customModel ?? []).map(({ key, values }) =>
      ({ key, values: { name: values.name, config: values.config } })) },
    siteLatitude: catalog.sites[inputs?.site.values.site ?? '']?.latitude ?? null,
    utilityKw: inputs === null ? null : inputs.site.values.utilityMw * 1000,
    server: inputs === null ? null : serverOf(said, inputs),
    traffic: target === undefined ? null : { traffic: target.key, isl: target.values.isl,
      osl: target.values.osl, zoneHours } };
}
