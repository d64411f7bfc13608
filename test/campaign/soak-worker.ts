import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { planToJson } from '../../shared/plan/figures/json.ts';
import { safestDisclosure } from '../../shared/project/disclosure.ts';
import type { ProjectDocument, ProjectRecord } from '../../shared/project/record.ts';
import { workbookOf } from '../../shared/report/workbook/build.ts';
import { writeXlsx } from '../../shared/report/workbook/write.ts';
import { startCampaignHost } from './host.ts';
import { createRandom } from './random.ts';

/**
 * Edits, plans and exports without end, and tells after each round what memory is still
 * in use.
 */
const [folder = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const editsPerRound = 4;
let written = 0;
const host = startCampaignHost(folder,
  { nextFile: () => join(folder, `export ${(written += 1)}`) });
const planner = createPlanner(builtInCatalog, loadMeasuredPoints());
const collect = globalThis.gc;
if (collect === undefined) throw new Error('start with --expose-gc');

const must = <T>(reply: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (reply.ok) return reply.value;
  throw new Error(reply.error.code);
};

const { session } = must(
  await host.call('project:create', { templateId: 'b200-1mw', path: null, name: 'Soak' }),
);
const documentNow = async (): Promise<ProjectDocument> =>
  must(await host.call('project:get', { session })).document;

async function edit(): Promise<void> {
  const before = Object.values(await documentNow()).find(({ kind }) => kind === 'site');
  if (before === undefined) throw new Error('no site');
  const values = { ...before.body.values, electricityUsdPerKwh: random.whole(20, 200) / 1000 };
  const after: ProjectRecord = { ...before, body: { ...before.body, values } };
  must(
    await host.call('project:commit', {
      session,
      command: { label: 'price', changes: [{ id: before.id, before, after }] },
    }),
  );
  if (random.chance(0.4)) must(await host.call('project:undo', { session }));
  if (random.chance(0.2)) must(await host.call('project:redo', { session }));
}

async function exportAll(): Promise<void> {
  const plan = must(
    planner.evaluate(await documentNow(), 'base') as
      { ok: true; value: never } | { ok: false; error: { code: string } },
  );
  const json = JSON.stringify(planToJson(plan, 1, null, true));
  const book = workbookOf(plan, '0.0.0');
  const files = [
    must(await host.call('export:file',
      { suggestedName: 'plan.json', encoding: 'utf8', data: json }))
      ?.path,
    must(
      await host.call('export:file', {
        suggestedName: 'plan.xlsx',
        encoding: 'base64',
        data: Buffer.from(writeXlsx(book)).toString('base64'),
      }),
    )?.path,
    must(await host.call('project:save-copy', { session, path: `copy ${written}.aifp` })).path,
    must(
      await host.call('package:write', {
        session,
        scenarioIds: ['base'],
        redact: [], disclosure: safestDisclosure, leaveMentions: true,
        path: `package ${written}.aifp`,
      }),
    ).path,
  ];
  for (const path of files) if (path !== undefined) rmSync(path);
}

for (;;) {
  for (let count = 0; count < editsPerRound; count++) await edit();
  await exportAll();
  // The buffers of a file are swept beside the collection that frees them: only the next
  // one finds them gone.
  for (let count = 0; count < 2; count++) {
    await turn();
    collect();
  }
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({
    heapMb: heapUsed / 1e6,
    rssMb: rss / 1e6,
    externalMb: external / 1e6,
    edits: editsPerRound,
  });
}
