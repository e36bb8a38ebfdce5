import { round } from '../../tests/resilience/lib/runTest.mjs';
import { spread } from '../evaluation/rounds.mjs';
import { STEPS } from './visit.mjs';

const MOST_SCRIPT_SECONDS = 1;
const MOST_KILOBYTES = 300;

const sum = (answers, part) =>
  answers.reduce((total, answer) => total + answer[part], 0) / 1_000;
const largest = answers =>
  Math.max(0, ...answers.map(({ body }) => body)) / 1_000;

/** `[what, its value in a step, digits, goal]` */
const LINES = [
  ['script, s', step => step.scriptSeconds, 2, MOST_SCRIPT_SECONDS],
  ['script, layout and drawing, s', step => step.taskSeconds, 2],
  ['first row, s', step => step.seenMs / 1_000, 2],
  ['answers of the API', step => step.answers.length, 0],
  ['on the wire, kB', step => sum(step.answers, 'transfer'), 0],
  ['unpacked, kB', step => sum(step.answers, 'body'), 0],
  ['the largest answer, kB', step => largest(step.answers), 0, MOST_KILOBYTES],
];

/**
 * What some rounds came to. A goal is met if the worst round meets it.
 *
 * @returns by step and line: `median`, `worst`, and `isMet` where there is a goal
 */
export function judge(rounds) {
  return Object.keys(STEPS).map(name => ({
    name,
    figures: LINES.map(([what, valueOf, , goal]) => {
      const { median, most: worst } = spread(
        rounds.map(each => valueOf(each[name])),
      );
      return { what, median, worst, goal, isMet: goal && worst < goal };
    }),
  }));
}

export function toMarkdown(judged) {
  const rows = LINES.map(([what, , digits, goal], line) => [
    goal ? `${what} (below ${goal})` : what,
    ...judged.map(({ figures }) => {
      const { isMet, median, worst } = figures[line];
      const [usual, most] = [median, worst].map(value => round(value, digits));
      const verdict = isMet ? ' met' : ' **missed**';
      return `${usual}${most === usual ? '' : ` (${most})`}${
        goal ? verdict : ''
      }`;
    }),
  ]);
  return [
    ['', ...Object.values(STEPS)],
    ['---', ...judged.map(() => '---')],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
