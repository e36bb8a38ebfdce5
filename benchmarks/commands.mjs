// Wall time and peak memory of a command and all its descendants (Linux).
// usage: node benchmarks/commands.mjs [--until <text>] -- <command...>
//   --until  stop the command (SIGTERM) as soon as it prints this text, and count up to there
// Prints one JSON line: { command, seconds, peakRssMb, exitCode }.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const args = process.argv.slice(2);
const split = args.indexOf('--');
const untilAt = args.indexOf('--until');
const until = untilAt >= 0 && untilAt < split ? args[untilAt + 1] : undefined;
const [command, ...rest] = args.slice(split + 1);
if (split < 0 || !command) {
  console.error('usage: commands.mjs [--until <text>] -- <command...>');
  process.exit(2);
}

function readStatus(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = name =>
      Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0);
    return { pid: Number(pid), parent: field('PPid'), rssKb: field('VmRSS') };
  } catch {
    return undefined; // it ended between the listing and the read
  }
}

function treeRssKb(root) {
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(readStatus)
    .filter(Boolean);
  const members = new Set([root]);
  // Parents have lower positions in no particular order, so repeat until nothing is added.
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const { pid, parent } of processes)
      if (members.has(parent)) members.add(pid);
  }
  return processes
    .filter(({ pid }) => members.has(pid))
    .reduce((sum, { rssKb }) => sum + rssKb, 0);
}

const started = performance.now();
const child = spawn(command, rest, {
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
let peakKb = 0;
let seconds;
let seen = '';
const sampler = setInterval(() => {
  peakKb = Math.max(peakKb, treeRssKb(child.pid));
}, 200);
child.stdout.on('data', chunk => {
  process.stderr.write(chunk);
  if (!until || seconds !== undefined) return;
  seen = (seen + chunk).slice(-4096);
  if (seen.includes(until)) {
    seconds = (performance.now() - started) / 1000;
    process.kill(-child.pid, 'SIGTERM');
  }
});
child.on('exit', code => {
  clearInterval(sampler);
  seconds ??= (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({
      command: [command, ...rest].join(' '),
      seconds: Math.round(seconds * 10) / 10,
      peakRssMb: Math.round(peakKb / 1024),
      exitCode: code,
    }),
  );
});
