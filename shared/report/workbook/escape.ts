/** Longest text of a cell. */
const mostText = 32_767;

/**
 * Text for XML: what markup is made of escaped, what XML may not hold left out. Text
 * cells are inline strings, so that nothing a user wrote can become a formula.
 * @example escapeXml('<a & b>') // '&lt;a &amp; b&gt;'
 */
export function escapeXml(raw: string): string {
  const legal = raw.toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}/gu, '');
  return legal.slice(0, mostText).toWellFormed()
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
}
