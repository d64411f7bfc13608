import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import { ImportButton } from '../../components/ImportButton.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ownText } from './text.ts';

interface Props {
  readonly serving: GroupServing;
}

/** Models and measurements of the user's own, read from files. */
export function OwnEntries({ serving: { record, chosen, system, model } }: Props) {
  const hint = { group: record.key, ...chosen.ok
    && { tp: chosen.value.tp, attentionDp: chosen.value.attentionDp, ep: chosen.value.ep } };
  return (
    <section className="own" aria-label={ownText.title}>
      <h2>{ownText.title}</h2>
      <p>{ownText.help(system.name, model.name)}</p>
      <div className="own-tools">
        <ImportButton label={ownText.chooseModel} />
        <ImportButton label={ownText.chooseBenchmark} hint={hint} />
      </div>
      <div className="own-lists">
        <div>
          <RecordEditor kind="customModel" />
        </div>
        <div>
          <RecordEditor kind="benchmark" />
        </div>
      </div>
    </section>
  );
}
