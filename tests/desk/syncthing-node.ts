import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** One real Syncthing of this machine, kept to 127.0.0.1: nothing announced, no relay, no report, no upgrade. */
export interface SyncthingNode {
  readonly home: string;
  readonly folder: string;
  readonly device: string;
  readonly port: number;
}

/** The version of the installed Syncthing, or null where there is none. */
export async function syncthingVersion(): Promise<string | null> {
  const child = spawn('syncthing', ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    await once(child, 'close');
    return said.split(' ').slice(0, 2).join(' ');
  } catch {
    return null;
  }
}

/** Makes keys for a node that shares `folder`, and finds it a port. */
export async function makeNode(home: string, folder: string): Promise<SyncthingNode> {
  await mkdir(home, { recursive: true });
  await mkdir(folder, { recursive: true });
  const child = spawn('syncthing', ['generate', `--home=${home}`], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const device = /<device id="([A-Z0-9-]{63})"/u.exec(await readFile(join(home, 'config.xml'), 'utf8'))?.[1];
  if (code !== 0 || device === undefined) throw new Error('syncthing generate failed');
  return { home, folder, device, port: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** Starts a node that knows `other` and nobody else. */
export async function startNode(node: SyncthingNode, other: SyncthingNode): Promise<ChildProcess> {
  await writeFile(join(node.home, 'config.xml'), configOf(node, other));
  const child = spawn('syncthing', ['serve', `--home=${node.home}`, '--no-browser', '--no-restart', '--no-upgrade'], {
    // Without its watching parent there is one process to end, whose id we know.
    env: { ...process.env, HOME: node.home, STMONITORED: 'yes', STNOUPGRADE: '1', STNORESTART: '1' },
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  return child;
}

/** Ends a process we started and waits for its end. */
export async function endNode(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(timer);
}

function configOf(node: SyncthingNode, other: SyncthingNode): string {
  const device = ({ device: id, port }: SyncthingNode): string =>
    `<device id="${id}" compression="never"><address>tcp://127.0.0.1:${port}</address></device>`;
  return `<configuration version="36">
  <folder id="desk" path="${node.folder}" type="sendreceive" rescanIntervalS="10" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${node.device}"></device>
    <device id="${other.device}"></device>
  </folder>
  ${device(node)}
  ${device(other)}
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${node.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`;
}
