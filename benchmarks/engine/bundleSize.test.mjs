import assert from 'node:assert/strict';
import { test } from 'node:test';
import vm from 'node:vm';
import { load } from './bundle.mjs';
import { engineBundle } from './bundleSize.mjs';
import { documents, inputOf, NOW } from './entities.mjs';

const MOST_BYTES = 60_000;

const bundle = await engineBundle();

test('the engine with CEL weighs at most 60 kB with gzip', () => {
  assert.ok(
    bundle.gzipped <= MOST_BYTES,
    `${bundle.gzipped} bytes; node benchmarks/engine/bundleSize.mjs says what takes them`,
  );
});

// A built-in module of Node would have failed the build for the browser.
test('the engine brings along no parser and no other policy code', () => {
  const intruders = bundle.modules
    .map(({ file }) => file)
    .filter(file =>
      /node_modules\/(zod|yaml|re2js|@noble)\/|src\/policy\//.test(file),
    );
  assert.deepEqual(intruders, []);
});

test('the bundle evaluates like the engine in Node, with the globals of a browser only', async () => {
  const { compilePolicy, parsePolicyFile, evaluate } = await load(`
    export { evaluate } from './engine';
    export { compilePolicy, parsePolicyFile } from './policy';
  `);
  const here = compilePolicy(documents(parsePolicyFile));
  const { version, policy, compiled } = here;
  const data = JSON.stringify({ version, policy, compiled, input: inputOf(3) });
  const inBrowser = vm.runInNewContext(
    `${bundle.text}
    const { version, policy, compiled, input } = JSON.parse(data);
    for (const scorecard of compiled) {
      scorecard.matches = () => true;
      for (const check of scorecard.checks) {
        const { expression, passAt } = check.definition;
        check.expression = engine.compileExpression(expression, { returns: 'score', passAt });
      }
    }
    const compiledPolicy = { version, policy, base: policy, compiled, forDomains: () => compiledPolicy };
    JSON.stringify(engine.evaluate(input, compiledPolicy, now));`,
    // What browsers have and the language does not.
    { TextEncoder, TextDecoder, data, now: NOW },
  );
  assert.equal(inBrowser, JSON.stringify(evaluate(inputOf(3), here, NOW)));
});
