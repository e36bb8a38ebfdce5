import { Environment } from '@marcbachmann/cel-js';
import { registerDivisor } from './divisor';
import { registerWithin } from './within';

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/**
 * Facts are JSON, so every number is a double; CEL's integers (from `size`) mix with them freely.
 */
function registerNumbers(environment: Environment): void {
  for (const [operator, apply] of Object.entries(ARITHMETIC)) {
    environment
      .registerOperator(`double ${operator} int: double`, (a, b) =>
        apply(a, Number(b)),
      )
      .registerOperator(`int ${operator} double: double`, (a, b) =>
        apply(Number(a), b),
      );
  }
  environment
    .registerOperator('double % double: double', ARITHMETIC['%'])
    .registerOperator('double == int', (a, b) => a === Number(b));
}

/** A fact of the wrong type must be unknown: plain CEL would call it unequal, and `!=` would pass. */
function registerTypeMismatches(environment: Environment): void {
  const types = ['string', 'bool', 'double', 'int', 'null', 'list', 'map'];
  types.forEach((left, i) =>
    types
      .slice(i + 1)
      .filter(right => !(left === 'double' && right === 'int'))
      .forEach(right =>
        environment.registerOperator(`${left} == ${right}`, () => {
          throw new TypeError(`${left} compared with ${right}`);
        }),
      ),
  );
}

function createEnvironment(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: {
      maxAstNodes: 500,
      maxDepth: 40,
      maxListElements: 100,
      maxMapEntries: 100,
      maxCallArguments: 4,
    },
  });
  registerNumbers(environment);
  registerTypeMismatches(environment);
  registerDivisor(environment);
  registerWithin(environment);
  return environment;
}

export const environment = createEnvironment();
