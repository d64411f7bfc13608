import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { findCandidates } from '../../../shared/catalog/prices.ts';
import { mostWorkloads } from '../../../shared/project/guided-start.ts';
import { findWorkload, workloadPresets } from '../../../shared/project/templates/workloads.ts';
import { catalog } from '../../state/catalog.ts';
import {
  changeDraft, withAnother, without, withPreset, withShare, type DraftWorkload, type StartDraft,
} from '../../state/start-draft.ts';
import { guideText as words } from '../../text/start-guide.ts';
import { DemandChoice } from './DemandChoice.tsx';
import { GuideSelect } from './GuideSelect.tsx';
import { boxId, isWrong, TypedNumber } from './TypedNumber.tsx';

const presets = workloadPresets.map(({ id, name }) => ({ value: id, label: name }));
const models = Object.values(catalog.models).map(({ id, name }) => ({ value: id, label: name }));

/** Whether nobody publishes what the model's tokens are sold at. */
function isUnpriced({ preset, model }: DraftWorkload): boolean {
  const shape = findWorkload(preset);
  return (shape?.model !== model || shape.listing === undefined)
    && findCandidates(catalog, model).listings.length === 0;
}

/** One line for each workload: what it is, which model serves it, and how much of the power. */
export function WorkloadsQuestion({ draft }: { readonly draft: StartDraft }) {
  const { workloads, inTokens } = draft;
  return (
    <div className="workloads" data-tokens={inTokens || undefined}>
      <div className="workload-heads" aria-hidden>
        <span>{words.presetHead}</span>
        <span>{words.modelHead}</span>
        <span>{words.shareHead}</span>
        {inTokens && <span>{words.tokensHead}</span>}
        <span>{words.shapeHead}</span>
      </div>
      {workloads.map((each, at) => <Workload key={each.id} draft={draft} at={at} each={each} />)}
      <div className="workload-foot">
        <Button id={boxId('workloads')} size="compact-xs" variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          disabled={workloads.length >= mostWorkloads}
          onClick={() => { changeDraft({ workloads: withAnother(workloads) }); }}>
          {words.another}
        </Button>
        <DemandChoice draft={draft} />
      </div>
    </div>
  );
}

interface RowProps {
  readonly draft: StartDraft;
  readonly at: number;
  readonly each: DraftWorkload;
}

function Workload({ draft: { workloads, inTokens, problems }, at, each }: RowProps) {
  const shape = findWorkload(each.preset);
  const change = (next: readonly DraftWorkload[]): void => { changeDraft({ workloads: next }); };
  const set = (part: Partial<DraftWorkload>): void => {
    change(workloads.map((other) => (other.id === each.id ? { ...other, ...part } : other)));
  };
  return (
    <div className="workload">
      <GuideSelect id={boxId('preset', at)} aria-label={words.preset(at + 1)} data={presets}
        value={each.preset} error={isWrong(problems, 'preset', at)}
        onPick={(next) => { change(withPreset(workloads, at, next)); }} />
      <GuideSelect id={boxId('model', at)} aria-label={words.model(at + 1)} data={models}
        searchable value={each.model} nothingFoundMessage={words.noModel}
        error={isWrong(problems, 'model', at)} onPick={(next) => { set({ model: next }); }} />
      <TypedNumber field="powerShare" at={at} label={words.share(at + 1)} unit="%" value={each.share}
        problems={problems} onType={(text) => { change(withShare(workloads, at, text)); }} />
      {inTokens && (
        <TypedNumber field="tokensPerDay" at={at} label={words.tokens(at + 1)} value={each.tokens}
          problems={problems} onType={(text) => { set({ tokens: text }); }} />
      )}
      <span className="workload-shape">
        {shape !== undefined && words.shape(shape.isl, shape.osl, shape.minTokPerSecPerUser)}
        {isUnpriced(each) && <em>{words.unpricedModel}</em>}
      </span>
      <ActionIcon size={22} variant="subtle" color="gray" aria-label={words.remove(at + 1)}
        disabled={workloads.length === 1} onClick={() => { change(without(workloads, at)); }}>
        <IconX size={13} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}
