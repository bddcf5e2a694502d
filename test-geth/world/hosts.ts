import { execFileSync, spawnSync } from 'node:child_process';

const BRIDGE = 'bijuli0';
const SUBNET = '10.143.33';
const PROBE = 'bijuli-probe';

/** Why a test is skipped that needs hosts which can be parted. */
export const ONE_HOST = 'This machine gives no network namespaces.';

/** Hosts of the test's own on this machine, each a network namespace with an address of its own; this machine reaches all of them. */
export type Hosts = {
  /** Whether they can be parted, and have disks of their own. */
  areSeparate: boolean;
  addressOf(name: string): string;
  /** What a program is started with to run on a host. */
  enter(name: string): string[];
  /** Cuts what runs between two groups of hosts, both ways. What this machine asks of them still arrives. */
  part(some: readonly string[], others: readonly string[]): void;
  /** Ends all cuts. */
  heal(): void;
  remove(): void;
};

/** This machine alone: the nodes differ by their ports. */
export const thisHost: Hosts = {
  areSeparate: false,
  addressOf: () => '127.0.0.1',
  enter: () => [],
  part: () => {
    throw new Error('What runs on one host can not be parted.');
  },
  heal: () => {},
  remove: () => {},
};

/** Hosts of their own where this machine has namespaces to give (to root, with iproute2), else this machine for all. */
export function hostsFor(names: readonly string[]): Hosts {
  if (spawnSync('ip', ['netns', 'add', PROBE]).status === 0) {
    ip('netns', 'del', PROBE);
    return makeHosts(names);
  }
  console.warn(`${ONE_HOST} All nodes run on one host, and what parts hosts is not tried.`);
  return thisHost;
}

function makeHosts(names: readonly string[]): Hosts {
  removeAll();
  ip('link', 'add', BRIDGE, 'type', 'bridge');
  ip('addr', 'add', `${SUBNET}.1/24`, 'dev', BRIDGE);
  ip('link', 'set', BRIDGE, 'up');
  const address = new Map(names.map((name, i) => [name, `${SUBNET}.${i + 11}`]));
  for (const [i, name] of names.entries()) {
    const link = `bijuli${i + 1}`;
    ip('netns', 'add', spaceOf(name));
    ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', spaceOf(name));
    ip('link', 'set', link, 'master', BRIDGE, 'up');
    inside(name, 'addr', 'add', `${address.get(name)}/24`, 'dev', 'eth0');
    inside(name, 'link', 'set', 'eth0', 'up');
    inside(name, 'link', 'set', 'lo', 'up');
  }
  const addressOf = (name: string) => address.get(name) ?? '';
  let cuts: [string, string][] = [];
  return {
    areSeparate: true,
    addressOf,
    enter: (name) => ['ip', 'netns', 'exec', spaceOf(name)],
    part: (some, others) => {
      const made = some.flatMap((a) =>
        others.flatMap((b): [string, string][] => [
          [a, b],
          [b, a],
        ]),
      );
      for (const [from, to] of made) inside(from, 'route', 'add', 'blackhole', `${addressOf(to)}/32`);
      cuts = [...cuts, ...made];
    },
    heal: () => {
      for (const [from, to] of cuts) inside(from, 'route', 'del', 'blackhole', `${addressOf(to)}/32`);
      cuts = [];
    },
    remove: removeAll,
  };
}

function spaceOf(name: string): string {
  return `bijuli-${name}`;
}

/** Also what an earlier run left. */
function removeAll() {
  const { stdout } = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' });
  const left = (stdout ?? '').split('\n').map((line) => line.split(' ')[0] ?? '');
  for (const space of left.filter((name) => name.startsWith('bijuli-'))) {
    const { stdout: pids } = spawnSync('ip', ['netns', 'pids', space], { encoding: 'utf8' });
    for (const pid of pids.split('\n').filter(Boolean)) spawnSync('kill', ['-9', pid]);
    spawnSync('ip', ['netns', 'del', space]);
  }
  spawnSync('ip', ['link', 'del', BRIDGE]);
}

function inside(name: string, ...args: string[]) {
  ip('-n', spaceOf(name), ...args);
}

function ip(...args: string[]) {
  execFileSync('ip', args, { stdio: 'pipe' });
}
