type Names =
  | 'source' | 'date' | 'modelId' | 'precision' | 'system' | 'acceleratorId'
  | 'framework' | 'scenario' | 'metric' | 'unit';

/** Published results as stored: columns with one entry per result, names as indices into `names`. */
export interface PublishedTable {
  readonly names: { readonly [Name in Names]: readonly string[] };
  readonly results: { readonly [Name in Names]: readonly number[] } & {
    readonly isl: readonly (number | null)[]; readonly osl: readonly (number | null)[];
    readonly accelerators: readonly (number | null)[];
    readonly value: readonly number[]; readonly note: readonly string[];
  };
}

export declare const publishedTable: PublishedTable;
