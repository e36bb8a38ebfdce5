import os from 'node:os';
import { round } from '../../tests/resilience/lib/runTest.mjs';

/** What the figures depend on besides the code. */
export const machine = () => ({
  cpu: os.cpus()[0].model,
  cores: os.cpus().length,
  node: process.version,
  load: os.loadavg().map(load => round(load, 1)),
});

/**
 * A line of a work: `[W, what, value, unit, goal, 'atLeast'?]`; a value is a number or a spread.
 *
 * A goal is met only if the worse end of the spread meets it.
 */
export function judge([w, what, value, unit, goal, direction]) {
  const isSpread = typeof value === 'object' && value !== null;
  const median = isSpread ? value.median : value;
  const worst = isSpread
    ? value[direction === 'atLeast' ? 'least' : 'most']
    : value;
  const isMet = direction === 'atLeast' ? worst >= goal : worst <= goal;
  return { w, what, value: median, worst, unit, goal, direction, isMet };
}

/** A table of all sizes, one line for each goal. */
export function toMarkdown(bySize) {
  const sizes = Object.keys(bySize).map(Number);
  const keys = new Map();
  for (const lines of Object.values(bySize)) {
    lines.forEach(line => keys.set(`${line.w} ${line.what}`, line));
  }
  const heads = sizes.map(size => size.toLocaleString('en'));
  const rows = [...keys].map(([key, { direction, goal, unit, w, what }]) => {
    const cells = sizes.map(size =>
      cellOf(bySize[size].find(line => `${line.w} ${line.what}` === key)),
    );
    const wanted = `${
      direction === 'atLeast' ? 'at least' : 'at most'
    } ${goal}`;
    return [w, what, `${wanted} ${unit}`.trim(), ...cells];
  });
  return [
    ['', 'what', 'goal', ...heads],
    ['---', '---', '---', ...sizes.map(() => '---')],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cellOf(line) {
  if (!line || line.value === undefined || line.value === null) return '–';
  const worst = line.worst === line.value ? '' : ` (${short(line.worst)})`;
  return `${short(line.value)}${worst} ${line.isMet ? 'met' : '**missed**'}`;
}

/** Three digits that count. */
function short(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return String(round(value, digits));
}
