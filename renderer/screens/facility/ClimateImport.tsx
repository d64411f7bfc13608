import { Button } from '@mantine/core';
import { ImportButton } from '../../components/ImportButton.tsx';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { forgetClimate } from './keep-climate.ts';
import { facilityText } from './text.ts';

/** Opens the preview of a weather file, and says which one stands for the site's climate. */
export function ClimateImport() {
  const inputs = useInputs();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const { edit } = useActions();
  if (inputs === null) return null;
  const { dryBulbHours, origin } = inputs.climate.values;
  return (
    <section className="chart climate-import" aria-label={facilityText.importTitle}>
      <h2 className="chart-title">{facilityText.importTitle}</h2>
      <p>{facilityText.importHelp}</p>
      <div className="climate-actions">
        <ImportButton label={facilityText.choose} />
        {dryBulbHours !== '' && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              edit(facilityText.forgetLabel, forgetClimate(document, scenarioId));
            }}>
            {facilityText.forget}
          </Button>
        )}
      </div>
      <p role="status" className="climate-said">
        {dryBulbHours === '' ? '' : facilityText.imported(origin)}
      </p>
    </section>
  );
}
