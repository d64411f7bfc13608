import { openProject } from '../../db/open.ts';

/** Holds a project open until its standard input ends; says so once it does. */
const path = process.argv[2] ?? '';
const opened = openProject(path, { mode: 'write', backupPath: () => `${path}.bak` });
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`);
process.stdin.on('end', () => { if (opened.ok) opened.value.close(); });
process.stdin.resume();
