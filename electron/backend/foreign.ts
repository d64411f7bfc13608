import { statSync, type BigIntStats } from 'node:fs';
import { resolve } from 'node:path';
import { maxFileBytes } from '../../db/header.ts';
import type { FileProblem } from '../../shared/backend.ts';
import { ok, refuse, type Result } from '../../shared/units/result.ts';
import type { Handlers } from './expose.ts';
import type { Services } from './services.ts';
import { openLimits, pictureLimits } from './worker/limits.ts';
import type { Workers } from './worker/pool.ts';
import type { TaskProblem } from './worker/tasks.ts';

/** A file that changes this often while it is looked at is being written by somebody else. */
const mostLooks = 3;

type Guarded = Pick<Handlers, 'project:open' | 'project:recover' | 'attachment:put'>;

/**
 * Handlers that take content from elsewhere, preceded by a look at it in a process that
 * can be ended. Other calls are answered meanwhile; what takes too long there never
 * reaches the process that answers.
 */
export function guardForeign(
  handlers: Handlers, services: Services, workers: Workers,
): Guarded {
  const { projectsFolder } = services.host;
  const limits = services.openLimits ?? openLimits;
  const vet = (path: string): Promise<Result<null, FileProblem>> =>
    vetFile(path, workers, limits);
  return {
    'project:open': async (args) => {
      const vetted = await vet(resolve(projectsFolder, args.path.trim()));
      return vetted.ok ? handlers['project:open'](args) : vetted;
    },
    'project:recover': async (args) => {
      const vetted = await vet(resolve(args.backup));
      return vetted.ok ? handlers['project:recover'](args) : vetted;
    },
    'attachment:put': async (args) => {
      const { data, mediaType } = args;
      const looked = await workers.run('picture',
        { bytes: Buffer.from(data, 'base64'), mediaType }, pictureLimits);
      if (!looked.ok)
        return refuse({ code: 'too-complex', detail: 'looking through it took too long' });
      return looked.value.ok ? handlers['attachment:put'](args) : looked.value;
    },
  };
}

/** Until the file looked at is the file that is there. */
async function vetFile(
  path: string, workers: Workers, limits: NonNullable<Services['openLimits']>,
): Promise<Result<null, FileProblem>> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const before = entryOf(path);
    // What is missing, a folder or far too large is refused by its entry alone.
    if (before === null || !before.isFile() || before.size > maxFileBytes) return ok(null);
    const run = await workers.run('vet', { path }, limits(Number(before.size)));
    if (!run.ok) return refuse(explain(run.error, path));
    // Open in this host, perhaps: the handler knows.
    if (!run.value.ok) return run.value.error.code === 'busy' ? ok(null) : run.value;
    const after = entryOf(path);
    if (after !== null && isSame(before, after)) return ok(null);
  }
  return refuse({ code: 'busy', path });
}

function entryOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

const isSame = (a: BigIntStats, b: BigIntStats): boolean =>
  a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;

function explain(problem: TaskProblem, path: string): FileProblem {
  switch (problem.code) {
    case 'too-slow': return { code: 'too-slow', path, seconds: problem.seconds };
    case 'too-much-memory':
      return { code: 'too-much-memory', path, limitBytes: problem.limitBytes };
    case 'ended': return { code: 'damaged', path, detail: 'the process that read it ended' };
    default: return problem satisfies never;
  }
}
