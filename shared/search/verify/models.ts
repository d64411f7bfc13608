import { ArgumentError, type Arguments } from './arguments.ts';

/** A figure of one input. */
export type Curve = (x: number) => number;

/** (1 - (1 + r)^-n) / r; n at 0 per cent. */
const annuity = (rate: number, years: number): number =>
  (rate === 0 ? years : (1 - (1 + rate) ** -years) / rate);

const polynomial = (coefficients: readonly number[]): Curve => (x) =>
  coefficients.reduceRight((sum, c) => sum * x + c, 0);

const npvAt = (flows: readonly number[]): Curve => (rate) =>
  flows.reduceRight((sum, flow) => sum / (1 + rate) + flow, 0);

/** offset + scale round((x - shift) / width). */
function steps(a: Arguments, round: (x: number) => number): Curve {
  const [scale, width] = [a.number('scale'), a.number('width')];
  const [offset, shift] = [a.number('offset', 0), a.number('shift', 0)];
  return (x) => offset + scale * round((x - shift) / width);
}

const curves: Readonly<Record<string, (a: Arguments) => Curve>> = {
  polynomial: (a) => polynomial(a.numbers('coefficients')),
  constant: (a) => { const value = a.number('value'); return () => value; },
  floor: (a) => steps(a, Math.floor),
  ceil: (a) => steps(a, Math.ceil),
  reciprocal: (a) => {
    const [numerator, pole] = [a.number('numerator'), a.number('pole')];
    return (x) => numerator / (x - pole);
  },
  sine: (a) => {
    const [amplitude, frequency] = [a.number('amplitude'), a.number('frequency')];
    const slope = a.number('slope', 0);
    return (x) => amplitude * Math.sin(frequency * x) + slope * x;
  },
  exponential: (a) => {
    const [scale, rate, offset] = [a.number('scale'), a.number('rate'),
      a.number('offset', 0)];
    return (x) => scale * Math.exp(rate * x) + offset;
  },
  npv_price: (a) => {
    const [capex, volume, cost] = [a.number('capex'), a.number('volume'),
      a.number('cost')];
    const factor = annuity(a.number('rate'), a.number('years'));
    return (x) => -capex + (x * volume - cost) * factor;
  },
  npv_rate: (a) => npvAt(a.numbers('flows')),
  clipped: (a) => {
    const [minimum, maximum] = [a.number('minimum'), a.number('maximum')];
    const [intercept, slope] = [a.number('intercept'), a.number('slope')];
    return (x) => Math.min(maximum, Math.max(minimum, intercept + slope * x));
  },
};

/** The figure of one input a case names by `model`. */
export function curveOf(a: Arguments): Curve {
  const name = a.text('model');
  const make = Object.hasOwn(curves, name) ? curves[name] : undefined;
  if (make === undefined) throw new ArgumentError(`there is no model "${name}"`);
  return make(a);
}

/** A figure of named inputs. */
export type Model = (point: Arguments) => number | null;

const tables: Readonly<Record<string, Model>> = {
  annuity_payment: (a) => a.number('principal') / annuity(a.number('rate'),
    a.number('years')),
  npv_level: (a) =>
    -a.number('capex') + a.number('margin')
      * annuity(a.number('rate'), a.number('years')),
  cost_per_mtok: (a) => {
    const tokensPerHour = a.number('tokens_per_second') * 3600
      * a.number('hours_used_share');
    return tokensPerHour > 0 ? (a.number('dollars_per_hour') * 1e6) / tokensPerHour
      : null;
  },
};

/** The figure of named inputs a case names by `model`. */
export function tableModelOf(a: Arguments): Model {
  const name = a.text('model');
  const found = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (found === undefined) throw new ArgumentError(`there is no model "${name}"`);
  return found;
}
