import type { Unit } from './unit.ts';

/** A quantity in another unit: shown = stored x scale + offset. */
export interface UnitView {
  readonly unit: string;
  readonly scale: number;
  readonly offset: number;
}

/**
 * US customary units by their exact definitions: inch 25.4 mm, pound 0.45359237 kg,
 * gallon 3.785411784 L.
 */
const litresPerGallon = 3.785411784;
const metresPerFoot = 0.3048;
const kilogramsPerPound = 0.45359237;
const kilopascalsPerPsi = 6.894757293168;

const by = (unit: string, scale: number, offset = 0): UnitView => ({ unit, scale, offset });

const imperial: Partial<Record<Unit, UnitView>> = {
  C: by('°F', 1.8, 32), K: by(
    '°F', 1.8,
  ), m: by('ft', 1 / metresPerFoot), m2: by('ft²', 1 / metresPerFoot ** 2),
  kg: by('lb', 1 / kilogramsPerPound), 'kg/m2': by('lb/ft²',
    metresPerFoot ** 2 / kilogramsPerPound),
  L: by('gal', 1 / litresPerGallon), m3:
    by('gal', 1000 / litresPerGallon), 'L/kWh': by('gal/kWh', 1 / litresPerGallon),
  'L/min': by('gal/min', 1 / litresPerGallon), 'L/min/kW':
    by('gal/min/kW', 1 / litresPerGallon),
  'L/Mtok': by('gal/M tokens', 1 / litresPerGallon), kPa:
    by('psi', 1 / kilopascalsPerPsi), Pa: by('psi', 1 / kilopascalsPerPsi / 1000),
};

/**
 * How a unit is shown in US customary units; null for units that both systems share
 * (watts, dollars, tokens).
 * @example imperialView('C') // { unit: '°F', scale: 1.8, offset: 32 }
 */
export const imperialView = (unit: Unit): UnitView | null => imperial[unit] ?? null;
