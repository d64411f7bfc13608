import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { openProject } from '../../../db/open.ts';
import { setByPath } from '../../../shared/project/path.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { parseArgs } from '../args.ts';
import { reportSpec, runReport } from '../commands/report.ts';
import { chooseScenario, explainMissing, loadProject, templateNamed } from '../load.ts';
import { exitCodes, type ExitCode, type Output } from '../output.ts';
import { explainSet } from '../problems.ts';
import { appVersion } from '../version.ts';
import { commandTools, type CommandTool } from './mcp-tools.ts';

/** Which files a server may touch, and whether it may write to them. */
export interface Served {
  readonly files: readonly string[];
  readonly write: boolean;
}

const answer = (text: string, isError = false): CallToolResult =>
  ({ content: [{ type: 'text', text }], isError });

const refused = ({ files }: Served, file: string): CallToolResult =>
  answer(`"${file}" is not served; served are: ${files.join(', ')}`, true);

/** What a command prints, both streams apart, and how it ended. */
async function printed(
  run: (output: Output) => ExitCode | Promise<ExitCode>,
): Promise<{ readonly exit: ExitCode; readonly out: string; readonly err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await run({ out: (text) => { out.push(text); }, err: (text) => { err.push(text); } });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

async function runTool(
  tool: Pick<CommandTool, 'spec' | 'run'>, words: readonly string[],
): Promise<CallToolResult> {
  const args = parseArgs(words, tool.spec);
  if (!args.ok) return answer(args.error, true);
  const { exit, out, err } = await printed((output) => tool.run(args.value, output));
  // An answer that says no, such as a plan that cannot be built, is an answer.
  if (out !== '' && (exit === exitCodes.done || exit === exitCodes.failed)) return answer(out);
  return answer(err, true);
}

/** Files with their scenarios. */
function listFiles({ files, write }: Served): CallToolResult {
  return answer(JSON.stringify({ write, files: files.map((file) => {
    const loaded = loadProject(file);
    if (!loaded.ok) return { file, problem: loaded.error.text };
    return { file, template: templateNamed(file) !== undefined,
      scenarios: listScenarios(loaded.value.document)
        .map(({ id, name, basedOn }) => ({ id, name, basedOn })) };
  }) }, null, 2));
}

function valueAt(document: ProjectDocument, scenarioId: string, path: string): unknown {
  const parts = path.split('.');
  const [kind, field] = [parts[0], parts.at(-1) ?? ''];
  const found = Object.values(document).filter((record) => record.kind === kind
    && (parts.length < 3 || record.key === parts[1])
    && (record.scenarioId === null || record.scenarioId === scenarioId));
  return found.map(({ key, body }) => ({ key, value: body.values[field] ?? null }));
}

/** What a scenario states of a field itself; a default is what `fields` says. */
function getValue(file: string, wanted: string | undefined, path: string): CallToolResult {
  const loaded = loadProject(file);
  if (!loaded.ok) return answer(loaded.error.text, true);
  const scenario = chooseScenario(loaded.value.document, wanted);
  if (!scenario.ok) return answer(scenario.error.text, true);
  return answer(JSON.stringify({ path, scenario: scenario.value,
    stated: valueAt(loaded.value.document, scenario.value, path) }, null, 2));
}

/** Writes one value into a scenario, as one step that undo takes back. */
function setValue(
  file: string, wanted: string | undefined, path: string, value: number | string | boolean,
): CallToolResult {
  if (templateNamed(file) !== undefined)
    return answer(`${file} is a template and is not written to; make a file of it: new FILE --template ${file}`, true);
  const opened = openProject(file, { mode: 'write', backupPath: (version) => `${file}.v${version}.bak` });
  if (!opened.ok) return answer(explainMissing(opened.error), true);
  const store = opened.value;
  try {
    const before = store.document();
    const scenario = chooseScenario(before, wanted);
    if (!scenario.ok) return answer(scenario.error.text, true);
    const set = setByPath(before, scenario.value, path, value);
    if (!set.ok) return answer(explainSet(set.error), true);
    const changes = Object.values(set.value).filter((record) => before[record.id] !== record)
      .map((after) => ({ id: after.id, before: before[after.id] ?? null, after }));
    const written = store.commit({ label: `Set ${path}`, changes }, Date.now());
    return written.ok
      ? answer(JSON.stringify({ path, scenario: scenario.value, value, written: changes.length }))
      : answer(`${file}: nothing was written (${written.error.code})`, true);
  } finally {
    store.close();
  }
}

/** The report as a PDF in the answer: no file is left behind. */
async function printReport(words: readonly string[], name: string): Promise<CallToolResult> {
  const folder = mkdtempSync(join(tmpdir(), 'aifp-mcp-'));
  const pdf = join(folder, 'report.pdf');
  try {
    const result = await runTool({ spec: reportSpec, run: async (args, output) => {
      const exit = await runReport(args, output);
      if (exit === exitCodes.done) output.out(name);
      return exit;
    } }, [...words, '--pdf', pdf]);
    if (result.isError === true) return result;
    return { content: [{ type: 'resource', resource: { uri: `report:///${encodeURIComponent(name)}.pdf`,
      mimeType: 'application/pdf', blob: readFileSync(pdf).toString('base64') } }] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server of tools on named files. Only `set` writes, and only where it is allowed to. */
export function createServer(served: Served): McpServer {
  const server = new McpServer({ name: 'ai-factory-planner', version: appVersion });
  const isServed = (file: string): boolean => served.files.includes(file);
  server.registerTool('list', { description: 'Files that are served, with their scenarios' },
    () => listFiles(served));
  for (const tool of commandTools) {
    server.registerTool(tool.name, { description: tool.description, inputSchema: tool.input },
      (input: Readonly<Record<string, unknown>>) => {
        const { file } = input;
        return typeof file === 'string' && !isServed(file) ? refused(served, file)
          : runTool(tool, tool.words(input));
      });
  }
  const place = { file: z.string(), scenario: z.string().optional(), path: z.string() };
  server.registerTool('get', { description: 'What a scenario states of a field', inputSchema: place },
    ({ file, scenario, path }) => (isServed(file) ? getValue(file, scenario, path) : refused(served, file)));
  server.registerTool('report', { description: 'The report of a scenario as PDF',
    inputSchema: { file: z.string(), scenario: z.string().optional(),
      kind: z.enum(['executive', 'technical', 'assumptions', 'full']).optional() } },
  ({ file, scenario, kind }) => (isServed(file)
    ? printReport([file, ...(scenario === undefined ? [] : ['--scenario', scenario]),
      ...(kind === undefined ? [] : ['--kind', kind])], file) : refused(served, file)));
  if (served.write) {
    server.registerTool('set', { description: 'Writes one value of a field into a scenario of a file',
      inputSchema: { ...place, value: z.union([z.number(), z.string(), z.boolean()]) } },
    ({ file, scenario, path, value }) =>
      (isServed(file) ? setValue(file, scenario, path, value) : refused(served, file)));
  }
  return server;
}

/** Serves on standard input and output until the other side closes. */
export async function serveStdio(served: Served): Promise<void> {
  const server = createServer(served);
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
    process.stdin.once('end', done);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
}
