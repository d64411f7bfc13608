import type { ProjectStore } from '../../../db/store.ts';
import { refuse } from '../../../shared/units/result.ts';
import type { PackageOrder } from '../package.ts';
import { packageLimits } from './limits.ts';
import type { Workers } from './pool.ts';
import type { Tasks } from './tasks.ts';

/**
 * Writes a package in the process that can be ended: it plans every scenario, and inputs
 * from elsewhere can make a plan take minutes.
 * @returns what writing it returns, or 'bad-arguments' when planning took more than it may
 */
export async function writePackageElsewhere(
  workers: Workers, store: ProjectStore, target: string, order: PackageOrder,
): Promise<Tasks['package']['reply']> {
  const pictures = store.attachments.list()
    .flatMap(({ id }) => store.attachments.read(id) ?? []);
  const written = await workers.run('package',
    { document: store.document(), pictures, target, order }, packageLimits);
  if (written.ok) return written.value;
  const { code } = written.error;
  const detail = code === 'too-slow'
    ? `planning its scenarios took more than ${packageLimits.cpuSeconds} s of processor time`
    : code === 'too-much-memory' ? 'planning its scenarios took too much memory'
    : 'the process that wrote it ended';
  return refuse({ code: 'bad-arguments', command: 'package:write', detail });
}
