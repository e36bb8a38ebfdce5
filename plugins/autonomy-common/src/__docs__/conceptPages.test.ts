import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { levelExamples } from './examples/levels';
import { rightExamples } from './examples/rights';
import { trustExamples } from './examples/trust';
import { withExamples } from './markdown';

const CONCEPTS = resolve(__dirname, '../../../../docs/concepts');

// UPDATE_DOCS=1 writes the examples into the pages before comparing them.
describe('worked examples', () => {
  it.each([
    ['trust.md', trustExamples],
    ['rights.md', rightExamples],
    ['levels.md', levelExamples],
  ])('of %s are what the engine computes', (file, examples) => {
    const path = resolve(CONCEPTS, file);
    const read = () => readFileSync(path, 'utf8');
    if (process.env.UPDATE_DOCS) {
      writeFileSync(path, withExamples(read(), examples));
    }
    expect(withExamples(read(), examples)).toBe(read());
  });
});
