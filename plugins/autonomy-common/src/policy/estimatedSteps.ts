/** A group's opening, an escaped character or class, a class, a repetition, or any other character. */
const PARTS =
  /\((?:\?(?:[a-zA-Z-]+\)|P?<\w*>|[a-zA-Z-]*:))?|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[^]/g;

const REPETITION = /^\{(\d+)(?:,(\d*))?\}$/;
/** What only says how what stands before it goes on. */
const SIGNS = '*+?|';

/**
 * About how many steps a regular expression comes to: one for each character, multiplied by what is asked to
 * repeat. Takes time in proportion to the pattern, however large the number.
 */
export function estimatedSteps(pattern: string): number {
  const groups: number[] = [];
  let [steps, last] = [0, 0];
  const add = (more: number) => {
    steps += more;
    last = more;
  };
  for (const [part] of pattern.matchAll(PARTS)) {
    const [, least, most] = REPETITION.exec(part) ?? [];
    if (least !== undefined) {
      const times = Math.max(1, Number(least), Number(most ?? 0));
      steps += last * (times - 1);
      last *= times;
    } else if (part === ')') {
      const inside = steps;
      steps = groups.pop() ?? 0;
      add(inside);
    } else if (part.startsWith('(') && !part.endsWith(')')) {
      groups.push(steps);
      steps = 0;
    } else if (!part.startsWith('(') && !SIGNS.includes(part)) {
      add(1);
    }
  }
  return groups.reduce((sum, more) => sum + more, steps);
}
