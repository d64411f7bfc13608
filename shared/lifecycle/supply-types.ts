/** A part of the grid connection: kW when it is whole, and the months in which it gets there. */
export interface FeedParams {
  readonly kw: number;
  /** First month in which it delivers, 1..480. */
  readonly month: number;
  /** Months in which it rises in equal steps, 0..60. */
  readonly rampMonths: number;
}

/** A generator on the site. */
export interface GeneratorParams {
  readonly key: string;
  /** What it delivers on average while it runs: rating times availability, kW >= 0. */
  readonly kw: number;
  /** First month in which it can run, 1..480. */
  readonly month: number;
  /**
   * `cheapest`: whenever its kWh costs less than the grid's, and where the grid is short;
   * `short`: only there; `always`: before the grid.
   */
  readonly runs: 'cheapest' | 'short' | 'always';
  /** What a kWh costs at the prices of month 1, USD, and the yearly rise of its fuel. */
  readonly usdPerKwh: number;
  readonly risePerYear: number;
  /** Emissions of a kWh, kg. */
  readonly carbonKgPerKwh: number;
}

/** A battery behind the meter. */
export interface BatteryParams {
  readonly kw: number;
  /** What a full one delivers, kWh. */
  readonly kwh: number;
  /** First month in which it is there. */
  readonly month: number;
  /** Delivered over taken from the grid, 0.3..1. */
  readonly roundTrip: number;
}

/** Hours in which the utility may withdraw a part of the connection. */
export interface CurtailmentParams {
  /** Share of the year, 0..1. */
  readonly time: number;
  /** Share of the connection withdrawn, 0..1. */
  readonly share: number;
  /** Length of one event, h > 0: as long a battery must last. */
  readonly eventHours: number;
  /** First month in which the connection is firm; null where it never is. */
  readonly firmMonth: number | null;
}

/** Where the power comes from. */
export interface SupplyParams {
  /** kW from month 1 where no feed is stated. */
  readonly connectionKw: number;
  readonly feeds: readonly FeedParams[];
  readonly generators: readonly GeneratorParams[];
  readonly battery: BatteryParams | null;
  readonly curtailment: CurtailmentParams | null;
  /** Price of a kWh from the grid in month 1, USD, and its yearly rise: what generators are held against. */
  readonly gridUsdPerKwh: number;
  readonly gridRisePerYear: number;
}
