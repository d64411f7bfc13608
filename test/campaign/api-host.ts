import { join } from 'node:path';
import { startHost } from '../../electron/browser/host.ts';

/** A browser host in a process of its own, so that a call that ends it is seen from outside. */
const [folder = ''] = process.argv.slice(2);

const host = await startHost({
  appVersion: '0.0.0',
  port: 0,
  pages: join(folder, 'pages'),
  projectsFolder: join(folder, 'projects'),
  dataFolder: join(folder, 'data'),
  log: (text) => {
    process.stderr.write(`${text}\n`);
  },
});
let heldMs = 0;
let before = process.threadCpuUsage();
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  heldMs = Math.max(heldMs, (user + system) / 1000);
  before = process.threadCpuUsage();
}, 1);
process.on('message', () => {
  process.send?.({ heldMs });
  heldMs = 0;
});

process.send?.({ address: host.server.address() });
