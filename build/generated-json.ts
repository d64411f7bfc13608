/** Columns a generated file may have. */
const WIDTH = 88;

/** Items one after another in lines of at most `WIDTH` columns, each after `indent`. */
function fold(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = indent;
  items.forEach((item, i) => {
    const next = i === items.length - 1 ? item : `${item},`;
    if (line !== indent && line.length + next.length + 1 > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? next : ` ${next}`;
  });
  return [...lines, line].join('\n');
}

const PLAIN = /^( +)("\w+": (?:"[^"]*"|-?[\d.e+-]+|null),?)$/u;

/** Plain members that follow one another, folded into lines of their own. */
function foldMembers(text: string): string {
  const out: string[] = [];
  let [members, indent]: [string[], string] = [[], ''];
  const flush = (): void => {
    if (members.length > 0) out.push(fold(members.map((one) => one.replace(/,$/u, '')), indent)
      + (members.at(-1)?.endsWith(',') === true ? ',' : ''));
    members = [];
  };
  for (const line of text.split('\n')) {
    const [, at = '', member] = PLAIN.exec(line) ?? [];
    if (member === undefined || at !== indent) flush();
    if (member === undefined) out.push(line);
    else [members, indent] = [[...members, member], at];
  }
  flush();
  return out.join('\n');
}

/** JSON whose lists and records of plain values are folded, not one value a line. */
export const printJson = (thing: unknown): string => foldMembers(JSON.stringify(thing, null, 2)
  .replaceAll(/^( *)(.*)([[{])\n([^[\]{}]*?)\n *([\]}])/gmu,
    (_, indent: string, before: string, open: string, inside: string, close: string) => {
      const items = inside.split(/,\n/u).map((item) => item.trim());
      const short = `${indent}${before}${open} ${items.join(', ')} ${close}`;
      const list = open === '[' ? short.replace('[ ', '[').replace(/ \]$/u, ']') : short;
      return list.length < WIDTH ? list
        : `${indent}${before}${open}\n${fold(items, `${indent}  `)}\n${indent}${close}`;
    }));
