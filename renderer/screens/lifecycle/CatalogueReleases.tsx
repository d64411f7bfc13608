import { Button, Menu } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { formatQuantity } from '../../../shared/units/format.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { addRelease, offerReleases, type ReleaseOffer } from '../../state/roadmap.ts';
import { usePlan } from '../../state/use-plans.ts';
import { evidenceText } from '../../text/fields.ts';
import { lifecycleText as words } from './text.ts';

/** Gains the catalogue knows, to be put on the roadmap with their evidence. */
export function CatalogueReleases() {
  const { edit, pick } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const plan = usePlan();
  if (!plan.ok) return null;
  const take = ({ release }: ReleaseOffer): void => {
    const added = addRelease(document, scenarioId, plan.value, release);
    edit(words.addRelease(release.name), added.edit);
    pick('release', added.key);
  };
  return (
    <Menu position="bottom-end" width={460}>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle"
          leftSection={<IconBooks size={13} aria-hidden />}>{words.fromCatalogue}</Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words.fromCatalogue} mah={380} className="offers">
        <Menu.Label>{words.catalogueHelp}</Menu.Label>
        {offerReleases(plan.value).map((offer) => (
          <Menu.Item key={offer.release.id} onClick={() => { take(offer); }}>
            {offer.release.name}
            <small>{describeOffer(offer)}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function describeOffer(
  { release: { throughputMultiplier: gain, bandTokPerSecPerUser: band }, fits }: ReleaseOffer,
): string {
  const range = gain.low === undefined || gain.high === undefined ? ''
    : ` (${formatQuantity(gain.low, 'ratio')} to ${formatQuantity(gain.high, 'ratio')})`;
  return [
    `× ${formatQuantity(gain.value, 'ratio')}${range}`, evidenceText[gain.evidence].label,
    `${gain.source}${gain.date === null ? '' : `, ${gain.date}`}`,
    ...(band === undefined ? [] : [`${band[0]} to ${formatQuantity(band[1], 'tok/s/user')}`]),
    ...(fits ? [words.reaches] : []),
  ].join(' · ');
}
