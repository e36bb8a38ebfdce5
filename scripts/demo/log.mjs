import { createWriteStream } from 'node:fs';
import { dim, print, red, yellow } from '../lib/console.mjs';

/** Left to the file: what every portal on one machine is told, and what the demo says itself. */
const EXPECTED = [
  /localhost/i,
  /threw an error during startup/,
  /^Unhandled rejection/,
];

/**
 * Sends what the backend writes to stdout and stderr to a file. Its warnings
 * and errors are shown as well, everything with `verbose`.
 */
export function redirectLog(file, { verbose }) {
  const log = createWriteStream(file);
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, callback) => {
      log.write(chunk);
      for (const line of String(chunk).split('\n').filter(Boolean)) {
        show(line, verbose);
      }
      const done = typeof encoding === 'function' ? encoding : callback;
      done?.();
      return true;
    };
  }
}

function show(line, verbose) {
  const { level, plugin, message } = parse(line);
  const isTrouble = level === 'warn' || level === 'error';
  if (!verbose && (!isTrouble || EXPECTED.some(e => e.test(message)))) {
    return;
  }
  const paint = { error: red, warn: yellow }[level] ?? dim;
  print(paint(`  ${level} ${plugin ? `${plugin}: ` : ''}${message}`));
}

/** In production mode every log entry is one line of JSON. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { level: 'info', message: line };
  }
}
