import { catalog } from '../../state/catalog.ts';
import { changeDraft, type StartDraft } from '../../state/start-draft.ts';
import { guideText as words, partOfWorld, partsOfWorld } from '../../text/start-guide.ts';
import { GuideSelect } from './GuideSelect.tsx';
import { boxId, isWrong, TypedNumber } from './TypedNumber.tsx';

const sites = partsOfWorld.map((group) => ({ group,
  items: Object.values(catalog.sites).filter(({ region }) => partOfWorld(region) === group)
    .map(({ id, name }) => ({ value: id, label: name })) }))
  .filter(({ items }) => items.length > 0);

/** Site, power and client; the price of energy where nobody publishes one. */
export function WhereQuestion({ draft }: { readonly draft: StartDraft }) {
  const { site, mw, client, energy, problems } = draft;
  const price = catalog.sites[site]?.industrialUsdPerKwh;
  return (
    <div className="where-row">
      <TypedNumber field="utilityMw" label={words.mw} isLabelShown unit={words.mwUnit}
        value={mw} problems={problems} onType={(text) => { changeDraft({ mw: text }); }} />
      <GuideSelect id={boxId('site')} label={words.site} searchable data={sites} value={site}
        nothingFoundMessage={words.noSite} error={isWrong(problems, 'site')}
        onPick={(next) => { changeDraft({ site: next, energy: '' }); }} />
      <div className="typed">
        <label htmlFor={boxId('client')} className="typed-label">
          {words.client} <small>{words.clientHint}</small>
        </label>
        <input id={boxId('client')} className="text-input" type="text" autoComplete="off"
          maxLength={200} value={client}
          onChange={(event) => { changeDraft({ client: event.currentTarget.value }); }} />
      </div>
      {price === undefined && (
        <TypedNumber field="electricityUsdPerKwh" label={words.energy} isLabelShown
          unit={words.energyUnit} value={energy} problems={problems}
          onType={(text) => { changeDraft({ energy: text }); }} />
      )}
    </div>
  );
}
