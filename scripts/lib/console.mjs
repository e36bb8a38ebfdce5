// Bound early: the demo redirects process.stdout.write to its log file.
const out = process.stdout.write.bind(process.stdout);
const err = process.stderr.write.bind(process.stderr);

const paint = (code, text) =>
  process.stdout.isTTY && !process.env.NO_COLOR
    ? `\u001b[${code}m${text}\u001b[0m`
    : text;

export const dim = text => paint(2, text);
export const bold = text => paint(1, text);
export const red = text => paint(31, text);
export const green = text => paint(32, text);
export const yellow = text => paint(33, text);

/** One line for the person at the terminal. */
export const print = (line = '') => out(`${line}\n`);

/** One line for the person at the terminal, on stderr. */
export const printError = line => err(`${line}\n`);

/** `1.2 s`, from milliseconds. */
export const seconds = milliseconds => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * Says what is being done while it is being done, and how long it took.
 *
 * @param title - what is being done
 * @param work - does it; may return a remark for the finished line
 */
export async function step(title, work) {
  const startedAt = performance.now();
  print(`${dim('…')} ${title}`);
  const remark = await work();
  const took = dim(seconds(performance.now() - startedAt));
  print(`${green('✓')} ${title}${remark ? `: ${remark}` : ''} ${took}`);
}

/** A failure whose message is all that its reader needs: no stack is shown. */
export class Failure extends Error {}
