import type { JsonValue } from '@backstage/types';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { BoundOperator, FactBound } from '../../model';
import { literalOf, pathOf, sizedIn } from './syntax';
import type { Term } from './Term';
import { durationOf } from './within';

const NEGATED: Partial<Record<BoundOperator, BoundOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not-in',
  contains: 'not-contains',
  within: 'not-within',
  exists: 'not-exists',
};

/** The same comparison, read from the right side. */
const MIRRORED: Partial<Record<ASTNode['op'], BoundOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  in: 'contains',
};

const METHODS: Record<string, BoundOperator> = {
  contains: 'contains',
  endsWith: 'ends-with',
  startsWith: 'starts-with',
};

/** What is around a part: under an odd number of `!`, or one of several ways to pass. */
interface Place {
  negated: boolean;
  alternative: boolean;
}

/** One side of a comparison: a fact, its size, or a value that is written out. */
interface Side {
  path?: string;
  size?: true;
  value?: JsonValue;
}

function sideOf(node: ASTNode): Side | undefined {
  const value = literalOf(node);
  if (value !== undefined) return { value };
  const path = pathOf(node);
  if (path) return { path: path.join('.') };
  const sized = sizedIn(node);
  const sizedPath = sized && pathOf(sized);
  return sizedPath && { path: sizedPath.join('.'), size: true };
}

/** Walks what must hold for the expression to be true, and notes what that asks of each fact. */
class BoundCollector {
  readonly bounds = new Map<string, FactBound[]>();

  visit(node: ASTNode, place: Place): void {
    const path = pathOf(node);
    if (path) {
      this.#add(path.join('.'), { operator: '==', value: true }, place);
      return;
    }
    switch (node.op) {
      case '!_':
        this.visit(node.args, { ...place, negated: !place.negated });
        return;
      case '&&':
      case '||': {
        // Not (a and b) is (not a) or (not b).
        const isChoice = (node.op === '||') !== place.negated;
        const alternative = place.alternative || isChoice;
        for (const side of node.args)
          this.visit(side, { ...place, alternative });
        return;
      }
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case 'in':
        this.#compare(node.op, node.args, place);
        return;
      case 'call':
        this.#call(node.args[0], node.args[1], place);
        return;
      case 'rcall':
        this.#method(node.args, place);
        return;
      default:
    }
  }

  #compare(
    operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in',
    [left, right]: [ASTNode, ASTNode],
    place: Place,
  ): void {
    const [a, b] = [sideOf(left), sideOf(right)];
    if (!a || !b) return;
    this.#side(a, operator, b, place);
    this.#side(b, MIRRORED[operator]!, a, place);
  }

  #side(side: Side, operator: BoundOperator, other: Side, place: Place): void {
    if (side.path === undefined || other.size) return;
    const bound: FactBound = { operator };
    if (other.value === undefined) bound.fact = other.path;
    else bound.value = other.value;
    if (side.size) bound.size = true;
    this.#add(side.path, bound, place);
  }

  #call(name: string, [first, second]: ASTNode[], place: Place): void {
    const path = pathOf(first)?.join('.');
    if (path === undefined) return;
    if (name === 'has') this.#add(path, { operator: 'exists' }, place);
    if (name === 'within') {
      const bound: FactBound = {
        operator: 'within',
        value: durationOf(second),
      };
      this.#add(path, bound, place);
    }
    if (name === 're2') {
      const bound: FactBound = {
        operator: 'matches',
        value: literalOf(second),
      };
      this.#add(path, bound, place);
    }
  }

  #method(
    [name, receiver, args]: [string, ASTNode, ASTNode[]],
    place: Place,
  ): void {
    const side = sideOf(receiver);
    const part = args.length === 1 ? sideOf(args[0]) : undefined;
    if (!side || !part || !Object.hasOwn(METHODS, name)) return;
    this.#side(side, METHODS[name], part, place);
  }

  #add(path: string, bound: FactBound, { negated, alternative }: Place): void {
    const found = negated ? negate(bound) : bound;
    if (!found) return;
    const all = this.bounds.get(path) ?? [];
    this.bounds.set(path, all);
    const added = alternative ? { ...found, alternative } : found;
    // Asked twice in one expression it is still asked once.
    if (all.some(each => isSame(each, added))) return;
    all.push(Object.freeze(added));
  }
}

function isSame(a: FactBound, b: FactBound): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** That a fact has to be there goes without saying where it has to meet anything else. */
function withoutObvious(bounds: readonly FactBound[]): readonly FactBound[] {
  const others = bounds.filter(({ operator }) => operator !== 'exists');
  return Object.freeze(others.length > 0 ? others : [...bounds]);
}

/** The opposite; undefined where it has no name. */
function negate(bound: FactBound): FactBound | undefined {
  const { operator, value } = bound;
  // That a boolean is not true reads better as that it is false.
  if (operator === '==' && value === true) return { ...bound, value: false };
  const negated = NEGATED[operator];
  return negated && { ...bound, operator: negated };
}

/**
 * What each fact has to meet for the expression to pass, as far as that can be told.
 * @param passAt - the score from which it passes
 */
export function boundsOf(
  { node, type }: Term,
  passAt: number = 1,
): ReadonlyMap<string, readonly FactBound[]> {
  const path = pathOf(node);
  // A boolean counts 1 or 0, so only a number is asked for less than all.
  if (path && (type === 'number' || (type === 'any' && passAt < 1))) {
    const bound: FactBound = { operator: '>=', value: passAt };
    return new Map([[path.join('.'), Object.freeze([Object.freeze(bound)])]]);
  }
  const collector = new BoundCollector();
  collector.visit(node, { negated: false, alternative: false });
  return new Map(
    [...collector.bounds].map(([read, bounds]) => [
      read,
      withoutObvious(bounds),
    ]),
  );
}
