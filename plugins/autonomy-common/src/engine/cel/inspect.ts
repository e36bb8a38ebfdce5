import type { ASTNode } from '@marcbachmann/cel-js';
import { compareText } from '../math';
import type { FactPath } from './CompiledExpression';
import { guardedDivisor } from './divisor';
import { environment } from './environment';
import { ExpressionError } from './ExpressionError';

const FUNCTIONS = new Set(['has', 'size', 'within']);
const METHODS = new Set([
  'contains',
  'endsWith',
  'lowerAscii',
  'size',
  'startsWith',
  'trim',
  'upperAscii',
]);
// Without map: chained, it could double a list with every link.
const COMPREHENSIONS = new Set(['all', 'exists', 'exists_one', 'filter']);
const COLLECTOR = /^[a-z][A-Za-z0-9]{0,62}$/;

interface Scope {
  /** The comprehension around the node. */
  comprehension?: { name: string; variable: string };
}

/** Walks an expression once: what it reads, and whether it uses only what is allowed. */
class Inspector {
  readonly #reads = new Map<string, FactPath>();
  #readsAll = true;

  /** Whether every fact is read whatever the others say. */
  get readsAll(): boolean {
    return this.#readsAll;
  }

  get reads(): FactPath[] {
    return [...this.#reads.values()].sort((a, b) =>
      compareText(a.path, b.path),
    );
  }

  visit(node: ASTNode, scope: Scope): void {
    const segments = factSegments(node);
    if (segments) {
      this.#read(node, segments, scope);
      return;
    }
    switch (node.op) {
      case 'value':
        // Numbers of JSON are doubles; so are those of expressions, or `1 + x` has no meaning.
        if (typeof node.args === 'bigint') {
          (node as { args: unknown }).args = Number(node.args);
        }
        return;
      case '&&':
      case '||':
      case '?:':
        this.#readsAll = false;
        for (const child of childNodes(node.args)) this.visit(child, scope);
        return;
      case '/':
      case '%':
        for (const child of node.args) this.visit(child, scope);
        node.args[1] = guardedDivisor(node.args[1], environment);
        return;
      case '[]':
        this.visit(node.args[0], scope);
        // A position is the one number that must stay an integer.
        if (typeof node.args[1].args !== 'bigint') {
          this.visit(node.args[1], scope);
        }
        return;
      case 'call':
        this.#call(node, node.args[0], node.args[1], scope);
        return;
      case 'rcall':
        this.#method(node, node.args, scope);
        return;
      default:
        for (const child of childNodes(node.args)) this.visit(child, scope);
    }
  }

  #read(node: ASTNode, segments: string[], scope: Scope): void {
    const [collector] = segments;
    const { comprehension } = scope;
    if (collector === comprehension?.variable) return;
    if (collector === 'now') {
      throw new ExpressionError(
        "there is no clock in expressions, write within(timestamp, 'P90D')",
        node.start,
      );
    }
    if (!COLLECTOR.test(collector)) {
      throw new ExpressionError(
        `${collector} cannot be a fact collector (expected a name such as slo)`,
        node.start,
      );
    }
    const path = segments.join('.');
    // Their costs would multiply, as with `list.all(x, x in list)`: a scorecard could hold up the backend.
    if (comprehension) {
      const { name, variable } = comprehension;
      throw new ExpressionError(
        `${name} may read its own ${variable} only (found ${path})`,
        node.start,
      );
    }
    this.#reads.set(path, { path, segments });
  }

  #call(node: ASTNode, name: string, args: ASTNode[], scope: Scope): void {
    if (!FUNCTIONS.has(name)) throw notAllowed(node, name, FUNCTIONS);
    if (name === 'has') this.#readsAll = false;
    for (const arg of args) this.visit(arg, scope);
  }

  #method(
    node: ASTNode,
    [name, receiver, args]: [string, ASTNode, ASTNode[]],
    scope: Scope,
  ): void {
    this.visit(receiver, scope);
    if (!COMPREHENSIONS.has(name)) {
      if (!METHODS.has(name)) {
        throw notAllowed(node, name, [...METHODS, ...COMPREHENSIONS]);
      }
      for (const arg of args) this.visit(arg, scope);
      return;
    }
    if (scope.comprehension) {
      throw new ExpressionError(
        `${name} cannot be used inside another comprehension`,
        node.start,
      );
    }
    this.#readsAll = false;
    // A missing or wrong variable is left to the type check.
    const [variable, ...body] = args;
    const comprehension = { name, variable: String(variable?.args) };
    for (const part of body) this.visit(part, { comprehension });
  }
}

function notAllowed(node: ASTNode, name: string, allowed: Iterable<string>) {
  const message =
    name === 'matches'
      ? 'matches is refused because a regular expression can hang, use startsWith, endsWith, contains or =='
      : `unknown function ${name} (expected one of ${[...allowed]
          .sort(compareText)
          .join(', ')})`;
  return new ExpressionError(message, node.start);
}

/** `a.b["c"]` as `[a, b, c]`; undefined for anything but constant keys below a name. */
function factSegments(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') {
    const parent = factSegments(node.args[0]);
    return parent && [...parent, node.args[1]];
  }
  if (node.op === '[]') {
    const [target, key] = node.args;
    if (key.op !== 'value' || typeof key.args !== 'string') return undefined;
    const parent = factSegments(target);
    return parent && [...parent, key.args];
  }
  return undefined;
}

function childNodes(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childNodes);
  return typeof args === 'object' && args !== null && 'op' in args
    ? [args as ASTNode]
    : [];
}

/** What an expression reads. */
export interface Inspection {
  reads: FactPath[];
  /** Every fact is read whatever the others say, so one missing fact decides the outcome. */
  readsAll: boolean;
}

/**
 * Finds what an expression reads. On the way its integer literals become doubles, and its divisors
 * guarded.
 * @throws ExpressionError where it uses what is not allowed
 */
export function inspect(ast: ASTNode): Inspection {
  const inspector = new Inspector();
  inspector.visit(ast, {});
  const { reads, readsAll } = inspector;
  return { reads, readsAll };
}
