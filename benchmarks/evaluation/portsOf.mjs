import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const FILES = ['/proc/net/tcp', '/proc/net/tcp6'];

/**
 * The local ports of the connections of a process (Linux), by which a server's side of them is known.
 */
export function portsOf(pid) {
  const folder = `/proc/${pid}/fd`;
  const inodes = new Set(
    readdirSync(folder).flatMap(name => {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(target(folder, name)) ?? [];
      return inode ? [inode] : [];
    }),
  );
  const lines = FILES.flatMap(file => readFileSync(file, 'utf8').split('\n'));
  return lines
    .map(line => line.trim().split(/\s+/))
    .filter(fields => inodes.has(fields[9]))
    .map(([, local]) => parseInt(local.split(':').at(-1), 16));
}

/** What was closed meanwhile is none. */
function target(folder, name) {
  try {
    return readlinkSync(`${folder}/${name}`);
  } catch {
    return '';
  }
}
