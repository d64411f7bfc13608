export interface LegendEntry {
  readonly colour: string;
  readonly label: string;
}

/** What the colours of a diagram mean. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="diagram-legend">
      {entries.map(({ colour, label }) => (
        <li key={label}>
          <span className="diagram-swatch" style={{ background: colour }} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
