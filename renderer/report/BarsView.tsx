import type { BarRow, Bars } from '../../shared/report/types.ts';

/** Bars on one axis, each with its figures: one table, so that it is read line by line. */
export function BarsView({ bars }: { readonly bars: Bars }) {
  const { caption, note, nameHead, barHead, columns, rows } = bars;
  return (
    <table className="bars" data-bars={bars.id}>
      <caption>
        {caption}
        {note !== '' && <small>{note}</small>}
      </caption>
      <colgroup>
        <col className="bars-name" />
        <col />
        {columns.map((label) => <col key={label} className="bars-figure" />)}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{nameHead}</th>
          <th scope="col" className="bars-head">{barHead}</th>
          {columns.map((label) => (
            <th key={label} scope="col" data-align="right">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => <Row key={i} row={row} bars={bars} />)}
      </tbody>
      <tfoot>
        <tr aria-hidden>
          <td>{space}</td>
          <td className="bars-axis">
            {bars.ticks.map(({ at, label }) => (
              <span key={at} style={{ left: `${at}%` }}>{label}</span>
            ))}
          </td>
          {columns.length > 0 && <td colSpan={columns.length}>{space}</td>}
        </tr>
      </tfoot>
    </table>
  );
}

/** Holds the place of a label in the line under the bars. */
const space = '\u00a0';

function Row({ row, bars }: { readonly row: BarRow; readonly bars: Bars }) {
  const { name, detail, strong, why, cells } = row;
  return (
    <tr data-strong={strong || undefined}>
      <th scope="row" dir="auto">
        {name}
        {detail !== '' && <small>{detail}</small>}
      </th>
      {why === '' ? (
        <>
          <td className="bars-cell"><Bar row={row} bars={bars} /></td>
          {cells.map((cell, i) => <td key={i} data-align="right">{cell}</td>)}
        </>
      ) : (
        <td className="bars-why" colSpan={1 + cells.length}>{why}</td>
      )}
    </tr>
  );
}

/** Height of a bar's row in its own units; the width is in places of 0 to 100. */
const height = 16;

function Bar({ row: { marks, whisker }, bars: { ticks, origin } }: {
  readonly row: BarRow; readonly bars: Bars;
}) {
  return (
    <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden>
      {ticks.map(({ at }) => (
        <line key={at} className="bars-tick" x1={at} x2={at} y1="0" y2={height} />
      ))}
      {marks.map(({ from, to, tone }) => (
        <rect key={`${from} ${to}`} data-tone={tone} x={from} width={to - from} y="4"
          height={height - 8} />
      ))}
      {whisker !== null && (
        <path className="bars-whisker"
          d={`M${whisker[0]} 8H${whisker[1]}M${whisker[0]} 5V11M${whisker[1]} 5V11`} />
      )}
      <line className="bars-origin" x1={origin} x2={origin} y1="0" y2={height} />
    </svg>
  );
}
