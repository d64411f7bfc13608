/** A measured mean power of accelerators at work, by the column names of such tables. */
export interface WattRow {
  readonly [column: string]: string | undefined;
}
