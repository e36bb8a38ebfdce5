import type { ASTNode } from '@marcbachmann/cel-js';
import { compareText } from '../math';
import { arithmetic, minus } from './arithmetic';
import { equality, membership, ordering } from './comparisons';
import type { CompileOptions, FactPath } from './CompiledExpression';
import { comprehension, COMPREHENSIONS } from './comprehensions';
import { ExpressionError } from './ExpressionError';
import { factType, unknownFact } from './factType';
import {
  element,
  expectArguments,
  fieldOf,
  listOf,
  presence,
  size,
  textMethod,
  TEXT_METHODS,
} from './functions';
import { choice, logical, negation } from './logic';
import { re2 } from './re2';
import { readFact, readItem } from './readers';
import { literalOf, pathOf } from './syntax';
import { noClock, notAvailable, tellsTime, unknownFunction } from './refusals';
import { itemType, literal, sourceOf, type Term, type TermType } from './Term';
import { durationOf, within } from './within';

const FUNCTIONS = ['has', 're2', 'size', 'within'];
const METHODS = [...TEXT_METHODS, 'size', ...COMPREHENSIONS];
const COLLECTOR = /^[a-z][A-Za-z0-9]{0,62}$/;

/** The comprehension around a term. */
interface Loop {
  name: string;
  variable: string;
  type: TermType;
}

/** Makes terms of the parts of an expression, and notes what they read. */
export class TermCompiler {
  readonly #options: CompileOptions;
  readonly #reads = new Map<string, FactPath>();

  constructor(options: CompileOptions) {
    this.#options = options;
  }

  /** Every fact that the terms may read, in ascending order. */
  get reads(): FactPath[] {
    return [...this.#reads.values()].sort((a, b) =>
      compareText(a.path, b.path),
    );
  }

  /** @throws ExpressionError where the expression uses what is not allowed, or makes no sense */
  compile(node: ASTNode, loop?: Loop): Term {
    const path = pathOf(node);
    if (path) return this.#path(node, path, loop);
    const written = literalOf(node);
    if (written !== undefined) return literal(node, written);
    const all = (nodes: ASTNode[]) =>
      nodes.map(part => this.compile(part, loop));
    switch (node.op) {
      case '&&':
      case '||':
        return logical(node.op, node, all(node.args));
      case '!_':
        return negation(node, this.compile(node.args, loop));
      case '?:':
        return choice(node, all(node.args));
      case '==':
      case '!=':
        return equality(node.op, node, all(node.args));
      case '<':
      case '<=':
      case '>':
      case '>=':
        return ordering(node.op, node, all(node.args));
      case 'in':
        return membership(node, all(node.args));
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return arithmetic(node.op, node, all(node.args));
      case '-_':
        return minus(node, this.compile(node.args, loop));
      case 'list':
        return listOf(node, all(node.args));
      case '[]':
        return element(node, ...(all(node.args) as [Term, Term]));
      case '.':
        return fieldOf(node, this.compile(node.args[0], loop), node.args[1]);
      case 'call':
        return this.#call(node, node.args[0], node.args[1], loop);
      case 'rcall':
        return this.#method(node, node.args, loop);
      default:
        throw notAvailable(node);
    }
  }

  #path(node: ASTNode, path: string[], loop: Loop | undefined): Term {
    const [name, ...keys] = path;
    if (name === loop?.variable) {
      const type = keys.length === 0 ? loop.type : 'any';
      return { node, type, run: readItem(keys) };
    }
    return { node, type: this.#read(node, path, loop), run: readFact(path) };
  }

  #read(node: ASTNode, segments: string[], loop: Loop | undefined): TermType {
    const [collector] = segments;
    const path = segments.join('.');
    if (tellsTime(path)) throw noClock(node, path);
    if (!COLLECTOR.test(collector)) {
      throw new ExpressionError(
        `${collector} cannot be a fact collector (expected a name such as slo)`,
        node.start,
      );
    }
    // Their costs would multiply, as with `list.all(x, x in list)`: a scorecard could hold up the backend.
    if (loop) {
      throw new ExpressionError(
        `${loop.name} may read its own ${loop.variable} only (found ${path})`,
        node.start,
      );
    }
    const { facts = {}, collector: only = collector } = this.#options;
    if (collector !== only) {
      throw new ExpressionError(
        `may read ${only} facts only (found ${path})`,
        node.start,
      );
    }
    const type = factType(segments, facts);
    if (type === undefined) {
      throw new ExpressionError(unknownFact(segments, facts), node.start);
    }
    this.#reads.set(path, { path, segments });
    return type;
  }

  #call(node: ASTNode, name: string, args: ASTNode[], loop?: Loop): Term {
    if (!FUNCTIONS.includes(name)) throw unknownFunction(node, name, FUNCTIONS);
    expectArguments(
      node,
      name,
      args,
      name === 'has' || name === 'size' ? 1 : 2,
    );
    const [first, second] = args;
    switch (name) {
      case 'has':
        return this.#has(node, first, loop);
      case 'size':
        return size(node, this.compile(first, loop));
      case 'within':
        return within(node, this.compile(first, loop), durationOf(second));
      default:
        return re2(
          node,
          this.compile(first, loop),
          second,
          this.#options.matcher,
        );
    }
  }

  #has(node: ASTNode, arg: ASTNode, loop: Loop | undefined): Term {
    const path = pathOf(arg);
    if (!path || path.length < 2) {
      throw new ExpressionError(
        `has expects a fact such as slo.availability, found ${sourceOf(arg)}`,
        arg.start,
      );
    }
    this.compile(arg, loop);
    const [name, ...keys] = path.slice(0, -1);
    const parent =
      name === loop?.variable ? readItem(keys) : readFact([name, ...keys]);
    return presence(node, parent, path[path.length - 1]);
  }

  #method(
    node: ASTNode,
    [name, receiver, args]: [string, ASTNode, ASTNode[]],
    loop: Loop | undefined,
  ): Term {
    if (!METHODS.includes(name)) throw unknownFunction(node, name, METHODS);
    const target = this.compile(receiver, loop);
    if (COMPREHENSIONS.includes(name)) {
      return this.#comprehension(node, name, target, args, loop);
    }
    if (name === 'size') {
      expectArguments(node, name, args, 0);
      return size(node, target);
    }
    const terms = args.map(arg => this.compile(arg, loop));
    return textMethod(node, name, target, terms);
  }

  #comprehension(
    node: ASTNode,
    name: string,
    list: Term,
    args: ASTNode[],
    loop: Loop | undefined,
  ): Term {
    if (loop) {
      throw new ExpressionError(
        `${name} cannot be used inside another comprehension`,
        node.start,
      );
    }
    expectArguments(node, name, args, 2);
    // The parser made sure that it is a name.
    const variable = String(args[0].args);
    const body = this.compile(args[1], {
      name,
      variable,
      type: itemType(list),
    });
    return comprehension(node, name, list, body);
  }
}
