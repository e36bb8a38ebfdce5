import { RE2JS } from 're2js';
import { estimatedSteps } from './estimatedSteps';

describe('estimatedSteps', () => {
  it.each([
    ['abc', 3],
    ['a+b*c?', 3],
    ['[a-z]{900}', 900],
    ['[]{9}]{3}', 3],
    ['\\\\{9}', 9],
    ['a{2,5}', 5],
    ['a{7,}', 7],
    ['(?:ab){10}', 20],
    ['(?P<name>ab){10}', 20],
    ['(?i)ab', 2],
    ['((a{3}b){4}c){5}', 85],
    ['(a{3})(b){2}', 5],
    ['(((a', 1],
    ['a)))b', 2],
    ['a{0}', 1],
  ])('%s comes to about %i', (pattern, steps) => {
    expect(estimatedSteps(pattern)).toBe(steps);
  });

  it.each([
    '^v[0-9]+\\.[0-9]{1,3}$',
    '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    '^[A-Z0-9]{1,63}([.][a-z]{1,63}){1,2}$',
    'x'.repeat(500),
  ])('is near to what pattern %# compiles to', pattern => {
    const steps = RE2JS.compile(pattern).programSize();
    expect(estimatedSteps(pattern)).toBeGreaterThan(steps / 3);
    expect(estimatedSteps(pattern)).toBeLessThan(steps * 1.5);
  });

  it('takes numbers that are beyond all bounds', () => {
    const nested = `${'('.repeat(80)}a{9}${'){1000}'.repeat(80)}`;
    expect(estimatedSteps(nested)).toBeGreaterThan(1e200);
  });
});
