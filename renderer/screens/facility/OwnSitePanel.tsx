import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { withOwnEntries } from '../../../shared/plan/entries/own-catalog.ts';
import {
  climatesNear, ownSiteEntry, type OwnSite, type OwnSiteProblem,
} from '../../../shared/plan/entries/own-site.ts';
import { applyChanges, type ProjectDocument } from '../../../shared/project/record.ts';
import { today } from '../../backend/clock.ts';
import { catalog as builtIn } from '../../state/catalog.ts';
import { writeEntry } from '../../state/catalog-edits.ts';
import { resetField, setField, type Edit } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, useIsReadOnly, useScenarioId,
} from '../../state/hooks.tsx';
import { joinChanges } from '../../state/rebase.ts';
import { readTyped } from '../../state/start-draft.ts';
import { ownSiteText as words } from './own-site-text.ts';

type Part = keyof OwnSite;
type Draft = Readonly<Record<Part, string>>;

const nothing: Draft = { name: '', latitude: '', longitude: '', climateOf: '', usdPerKwh: '',
  carbonGPerKwh: '', source: '' };
const needed: readonly Part[] = ['name', 'latitude', 'longitude'];
const stated: readonly Part[] = ['usdPerKwh', 'carbonGPerKwh', 'source'];
const most = 12;

/** An empty box says nothing; what is no number is one that cannot be. */
const numberOf = (text: string): number | null =>
  (text.trim() === '' ? null : readTyped(text));

const siteOf = (draft: Draft): OwnSite => ({
  name: draft.name, source: draft.source, climateOf: draft.climateOf || null,
  latitude: numberOf(draft.latitude), longitude: numberOf(draft.longitude),
  usdPerKwh: numberOf(draft.usdPerKwh), carbonGPerKwh: numberOf(draft.carbonGPerKwh),
});

/** The plan stands at the site; price and carbon entered for the one before stay there. */
function moveThere(
  document: ProjectDocument, scenarioId: string, written: Edit, site: string,
): Edit {
  const at = (field: string) => ({ kind: 'site', key: 'site', field } as const);
  const steps: readonly ((now: ProjectDocument) => Edit)[] = [
    (now) => setField(now, scenarioId, at('site'), site),
    (now) => resetField(now, scenarioId, at('electricityUsdPerKwh')),
    (now) => resetField(now, scenarioId, at('carbonGPerKwh')),
  ];
  return steps.reduce((edits, step) =>
    joinChanges(edits, step(applyChanges(document, edits))), written);
}

/** A form for a place the catalogue lacks, which becomes the site of the plan. */
export function OwnSitePanel() {
  const [isOpen, open] = useState(false);
  const isFixed = useIsReadOnly();
  return (
    <section className="chart climate-import" aria-label={words.title}>
      <h2 className="chart-title">{words.title}</h2>
      <p>{words.help}</p>
      {isOpen ? <OwnSiteForm onDone={() => { open(false); }} /> : (
        <div className="climate-actions">
          <Button size="compact-sm" variant="default" disabled={isFixed}
            onClick={() => { open(true); }}>
            {words.open}
          </Button>
        </div>
      )}
    </section>
  );
}

function OwnSiteForm({ onDone }: { readonly onDone: () => void }) {
  const inputs = useInputs();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  const [draft, setDraft] = useState<Draft>(nothing);
  const [problems, setProblems] = useState<readonly OwnSiteProblem[]>([]);
  const catalog = useMemo(
    () => (inputs === null ? builtIn : withOwnEntries(builtIn, inputs).catalog), [inputs]);
  const type = (part: Part, text: string): void => {
    setDraft({ ...draft, [part]: text });
    setProblems(problems.filter((each) => each.part !== part));
  };
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    const entry = ownSiteEntry(catalog, siteOf(draft), today());
    if (!entry.ok) {
      setProblems(entry.error);
      return;
    }
    const written = writeEntry(document, scenarioId, entry.value);
    edit(words.addLabel(entry.value.name), moveThere(document, scenarioId, written,
      entry.value.entry));
    onDone();
  };
  const box = (part: Part) => (
    <TextInput key={part} size="xs" label={words.parts[part]}
      placeholder={stated.includes(part) ? words.optional : ''} value={draft[part]}
      autoComplete="off" error={problems.find((each) => each.part === part)?.detail}
      onChange={(event) => { type(part, event.currentTarget.value); }} />
  );
  return (
    <form className="own-site" noValidate onSubmit={add}>
      {needed.map(box)}
      <ClimateChoice catalog={catalog} draft={draft}
        error={problems.find(({ part }) => part === 'climateOf')?.detail}
        onPick={(id) => { type('climateOf', id); }} />
      {stated.map(box)}
      <div className="climate-actions own-site-actions">
        <Button type="submit" size="compact-sm">{words.add}</Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly catalog: typeof builtIn;
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onPick: (id: string) => void;
}

/** Catalogue climates, the nearest first once coordinates are there. */
function ClimateChoice({ catalog, draft, error, onPick }: ChoiceProps) {
  const { latitude, longitude } = siteOf(draft);
  const isPlaced = Number.isFinite(latitude ?? NaN) && Number.isFinite(longitude ?? NaN);
  const near = useMemo(() => (!isPlaced || latitude === null || longitude === null ? []
    : climatesNear(catalog, { latitude, longitude }).slice(0, most)),
  [catalog, isPlaced, latitude, longitude]);
  const [first] = near;
  return (
    <NativeSelect size="xs" label={words.parts.climateOf} value={draft.climateOf} error={error}
      onChange={(event) => { onPick(event.currentTarget.value); }}
      data={[
        { value: '', label: first === undefined ? words.nothingYet
          : `${words.nearest}: ${words.climate(first.site.name, first.km)}` },
        ...near.map(({ site, km }) => ({ value: site.id, label: words.climate(site.name, km) })),
      ]} />
  );
}
