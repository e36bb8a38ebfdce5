import fc from 'fast-check';
import { didYouMean, suggest } from './suggest';

/** The same by the definition, whatever it takes. */
function changes(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return changes(restA, restB);
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(
    1 + changes(restA, b),
    1 + changes(a, restB),
    1 + changes(restA, restB),
    swapped ? 1 + changes(a.slice(2), b.slice(2)) : Infinity,
  );
}

describe('suggest', () => {
  it.each([
    ['readines', 'readiness'],
    ['raediness', 'readiness'],
    ['Guardrails', 'guardrails'],
    ['levles', 'levels'],
    ['something-else', undefined],
    ['x', undefined],
    ['readiness'.repeat(20_000), undefined],
  ])('finds what word %# meant', (word, meant) => {
    expect(suggest(word, ['levels', 'readiness', 'guardrails'])).toBe(meant);
  });

  it('puts it into words, or says nothing', () => {
    expect(didYouMean('levles', ['levels'])).toBe(' (did you mean levels?)');
    expect(didYouMean('levles', ['areas'])).toBe('');
  });

  it('finds the first of those that take the fewest changes, up to a third of the letters', () => {
    const word = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 6 })
      .map(letters => letters.join(''));
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 5 }), (meant, known) => {
        const limit = Math.min(Math.ceil(meant.length / 3), meant.length - 1);
        const figures = known.map(each => changes(meant, each));
        const least = Math.min(...figures);
        const expected =
          least <= limit ? known[figures.indexOf(least)] : undefined;
        expect(suggest(meant, known)).toBe(expected);
      }),
    );
  });
});
