import { green, print, red, seconds, yellow } from '../lib/console.mjs';

const sum = (results, field) =>
  results.reduce((total, result) => total + result[field], 0);

/** One line per stage. */
export function printTable(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  for (const { title, took, passed, failed, skipped } of results) {
    const paint = failed ? red : passed ? green : yellow;
    const numbers = [
      `${passed} passed`,
      ...(failed ? [`${failed} failed`] : []),
      ...(skipped ? [`${skipped} skipped`] : []),
    ].join(', ');
    print(
      `${title.padEnd(width)}  ${seconds(took).padStart(8)}  ${paint(numbers)}`,
    );
  }
  print();
}

/** `123 passed, 0 failed`, over all stages. */
export function totalLine(results) {
  const skipped = sum(results, 'skipped');
  return `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed${
    skipped > 0 ? `, ${skipped} skipped` : ''
  }`;
}
