import { textColour } from '../../../shared/report/brand.ts';
import { FieldGroup } from '../../components/fields/FieldGroup.tsx';
import { useInputs } from '../../state/hooks.tsx';
import { LogoPicker } from './LogoPicker.tsx';
import { reportText } from './text.ts';

/** Whose paper it is: names, colour, picture, line in the foot, disclaimer. */
export function BrandPanel() {
  const inputs = useInputs();
  if (inputs === null) return null;
  const { brandColour } = inputs.report.values;
  const colour = textColour(brandColour);
  return (
    <div className="report-brand">
      <LogoPicker />
      <FieldGroup kind="report" recordKey="report" group="Brand" />
      {colour?.darkened === true && (
        <p className="report-hint" role="status">
          <span className="report-swatch" style={{ background: colour.colour }} aria-hidden />
          {reportText.darkened(brandColour, colour.colour)}
        </p>
      )}
    </div>
  );
}
