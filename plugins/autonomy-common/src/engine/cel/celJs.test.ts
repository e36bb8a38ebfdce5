import type { JsonObject } from '@backstage/types';
import { Environment, EvaluationError } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { anyExpression, anyFacts } from './__testUtils__/expressions';
import { Horizon } from '../time';
import { compileExpression } from './compileExpression';

/** CEL as its library runs it, with what facts need: one kind of number, and no unequal types. */
function createEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
  });
  environment
    .registerOperator('double + int: double', (a, b) => a + Number(b))
    .registerOperator('int + double: double', (a, b) => Number(a) + b)
    .registerOperator('double * int: double', (a, b) => a * Number(b))
    .registerOperator('int * double: double', (a, b) => Number(a) * b)
    .registerOperator('int / double: double', (a, b) => Number(a) / b)
    .registerOperator('double == int', (a, b) => a === Number(b));
  const types = ['string', 'bool', 'double', 'int', 'list', 'map'];
  types.forEach((left, i) =>
    types
      .slice(i + 1)
      .filter(right => !(left === 'double' && right === 'int'))
      .forEach(right =>
        environment.registerOperator(`${left} == ${right}`, () => {
          throw new EvaluationError('unequal types');
        }),
      ),
  );
  return environment;
}

const environment = createEnvironment();

/** Null says as little as no value, which CEL itself does not know. */
function withoutNulls(values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  );
}

/** There is one zero among facts. */
function withoutSign(figure: number): number {
  return figure === 0 ? 0 : figure;
}

function oracle(source: string, facts: JsonObject): boolean | number | string {
  try {
    const value = environment.evaluate(source, facts);
    const plain = typeof value === 'bigint' ? Number(value) : value;
    if (typeof plain === 'boolean') return plain;
    return Number.isFinite(plain) ? withoutSign(plain) : 'unknown';
  } catch {
    return 'unknown';
  }
}

function outcome(source: string, values: JsonObject) {
  const { evaluate } = compileExpression(source, { returns: 'score' });
  const found = evaluate(values, new Horizon(0));
  if (found.kind !== 'value') return 'unknown';
  return typeof found.value === 'number'
    ? withoutSign(found.value)
    : found.value;
}

describe('expressions', () => {
  it('mean what CEL means by them', () => {
    let told = 0;
    fc.assert(
      fc.property(anyExpression, anyFacts, (source, { f, g }) => {
        let found;
        try {
          found = outcome(source, { f, ...(g && { g }) });
        } catch {
          // Refused before any fact is there, which CEL leaves until later.
          fc.pre(false);
        }
        if (found !== 'unknown') told++;
        const plain = {
          f: withoutNulls(f),
          ...(g && { g: withoutNulls(g) }),
        };
        expect([source, found]).toEqual([source, oracle(source, plain)]);
      }),
      { numRuns: 5000, maxSkipsPerRun: 10 },
    );
    // Else they would agree on nothing but the unknown.
    expect(told).toBeGreaterThan(1000);
  });
});
