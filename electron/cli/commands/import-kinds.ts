import type { ImportKind } from '../import-kind.ts';
import { importBenchmark } from './import-benchmark.ts';
import { importDevice, importRack } from './import-device.ts';
import { importLoad } from './import-load.ts';
import { importModel } from './import-model.ts';
import { importTariff } from './import-tariff.ts';
import { importWeather } from './import-weather.ts';

/** Every kind of file `import` reads, in the order its help names them. */
export const importKinds: readonly ImportKind[] = [
  importModel, importBenchmark, importLoad, importWeather, importDevice,
  importRack, importTariff,
];
