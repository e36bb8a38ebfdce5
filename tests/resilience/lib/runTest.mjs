import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** One line for whoever waits; stdout is for the result. */
export const progress = text => process.stderr.write(`${text}\n`);

/**
 * Runs a test to its one line of JSON on stdout and tidies up, whatever happens.
 *
 * @param options.name - the first field of the result
 * @param options.defaults - numbers and texts that can be given as `--<name> <value>`, and flags that can be given
 * as `--<name>`; `seed` is always one of them
 * @param options.minutes - a run that takes longer is ended as a breach
 * @param options.test - gets these options, a folder and `defer`, which notes what to do at the end, the
 * latest first; resolves to `{ breaches: string[], ...figures }`
 */
export async function runTest({ name, defaults, minutes, test }) {
  const given = readOptions({ seed: Date.now() % 100_000, ...defaults });
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  const cleanups = [() => rmSync(folder, { recursive: true, force: true })];
  const defer = cleanup => cleanups.push(cleanup);
  const startedAt = performance.now();
  const ended = new Promise((_, reject) => {
    const end = why => reject(new Error(why));
    const limit = () => end(`not done within ${minutes} minutes`);
    setTimeout(limit, minutes * 60_000).unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => end(`ended by ${signal}`));
    }
  });
  let result;
  try {
    result = await Promise.race([test({ ...given, folder, defer }), ended]);
  } catch (error) {
    progress(error.stack);
    result = { breaches: [error.message] };
  }
  for (const cleanup of cleanups.reverse()) {
    await Promise.resolve(cleanup()).catch(error => progress(error.stack));
  }
  const { breaches, ...figures } = result;
  const seconds = round((performance.now() - startedAt) / 1_000, 1);
  process.stdout.write(
    `${JSON.stringify({
      test: name,
      passed: !breaches.length,
      ...given,
      ...figures,
      breaches,
      seconds,
    })}\n`,
  );
  process.exit(breaches.length ? 1 : 0);
}

/** Rounded to so many digits after the point. */
export const round = (value, digits = 0) =>
  Math.round(value * 10 ** digits) / 10 ** digits;

/** Collects what must hold and does not. */
export function createChecks() {
  const breaches = [];
  return {
    breaches,
    /** Says what was found where it is not so. */
    expect(isSo, text) {
      if (!isSo) {
        progress(`BREACH ${text}`);
        breaches.push(text);
      }
    },
  };
}

function readOptions(defaults) {
  const { values } = parseArgs({
    options: Object.fromEntries(
      Object.entries(defaults).map(([key, value]) => [
        key,
        { type: typeof value === 'boolean' ? 'boolean' : 'string' },
      ]),
    ),
  });
  const options = { ...defaults };
  for (const [key, text] of Object.entries(values)) {
    const isNumber = typeof defaults[key] === 'number';
    options[key] = isNumber ? Number(text) : text;
    if (isNumber && !(Number.isInteger(options[key]) && options[key] >= 0)) {
      progress(`--${key}: expected a whole number, found ${text}`);
      process.exit(2);
    }
  }
  return options;
}
