import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/source.ts';
import { printNow, quotedIn } from './guide-figures.ts';

/**
 * Writes into the guide what the program computes now. The sentences around a figure are for a
 * person to read again: a figure that moved may no longer say what they say.
 */
const folder = join(root, 'docs', 'guide');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const path = join(folder, file);
  const page = readFileSync(path, 'utf8');
  let from = 0;
  let next = '';
  for (const quoted of quotedIn(page)) {
    const at = page.indexOf(`**${quoted.printed}**`, from);
    if (at < 0) continue;
    const now = printNow(quoted);
    if (now !== quoted.printed)
      process.stdout.write(`${file}: ${quoted.words.join(' ')}: ${quoted.printed} is ${now}\n`);
    next += `${page.slice(from, at)}**${now}**`;
    from = at + quoted.printed.length + 4;
  }
  writeFileSync(path, next + page.slice(from));
}
