import { compileExpression } from './compileExpression';

const facts = {
  catalog: {
    'owner.exists': 'boolean',
    'owner.ref': 'text',
    tags: 'texts',
    'tools.on-call': 'boolean',
  },
  team: { services: 'number', metAt: 'instant', sizes: 'numbers', free: 'any' },
} as const;

function compile(source: string, rest: { collector?: string } = {}) {
  return compileExpression(source, { returns: 'score', facts, ...rest });
}

describe('typed facts', () => {
  it.each([
    'catalog.owner.exists',
    'catalog.owner.exists == true',
    'catalog.tools["on-call"]',
    'has(catalog.owner)',
    '"a" in catalog.tags && "owner" in catalog',
    'team.services / 2',
    'team.sizes.all(size, size > 3)',
    'team.sizes[0] + 1 > team.services',
    "within(team.metAt, 'P1D')",
    'team.free == 3 || team.free == "x" || team.free',
    'slo.whatever.itIs > 3',
  ])('allow %s', source => {
    expect(() => compile(source)).not.toThrow();
  });

  it.each([
    [
      'team.services < 3 && catalog.owner.exist',
      'unknown fact catalog.owner.exist (did you mean catalog.owner.exists?) (at character 22)',
    ],
    ['catalog.weather', 'unknown fact catalog.weather (at character 1)'],
    ['has(team.nothing)', 'unknown fact team.nothing (at character 5)'],
    [
      'catalog.owner.exists > 3',
      'catalog.owner.exists > 3 compares a boolean with a number (at character 1)',
    ],
    [
      "true && team.services == 'three'",
      "team.services == 'three' compares a number with a text (at character 9)",
    ],
    [
      'catalog.owner.ref',
      'the result has the wrong type (expected a boolean or a score 0..1, found a text) (at character 1)',
    ],
    [
      'catalog.owner',
      'the result has the wrong type (expected a boolean or a score 0..1, found a group of facts) (at character 1)',
    ],
    [
      'catalog.owner.exists >= false',
      '>= expects a number or a text, and catalog.owner.exists is a boolean (at character 1)',
    ],
    [
      'team.metAt > team.metAt',
      "instants have no order here, write within(team.metAt, 'P90D') (at character 1)",
    ],
    [
      "within(team.services, 'P1D')",
      'within expects an instant, and team.services is a number (at character 8)',
    ],
    [
      '3 in catalog.tags',
      '3 in catalog.tags looks for a number in a list of texts (at character 1)',
    ],
    [
      'team.services.startsWith("x")',
      'startsWith expects a text, and team.services is a number (at character 1)',
    ],
    [
      '!team.services',
      '! expects a boolean, and team.services is a number (at character 2)',
    ],
    [
      'catalog.tags.all(tag, tag > 3)',
      'tag > 3 compares a text with a number (at character 23)',
    ],
    [
      'catalog.tags["x"] == "y"',
      'unknown fact catalog.tags.x (did you mean catalog.tags?) (at character 1)',
    ],
    [
      'catalog.tags[catalog.owner.ref] == "y"',
      'the place in a list expects a number, and catalog.owner.ref is a text (at character 14)',
    ],
    [
      'size(team.services) > 1',
      'size expects a text or a list or a group of facts, and team.services is a number (at character 6)',
    ],
  ])('refuse %s', (source, message) => {
    expect(() => compile(source)).toThrow(
      expect.objectContaining({ message, name: 'ExpressionError' }),
    );
  });

  it('keep to one collector where told', () => {
    expect(() =>
      compile('team.services < 3', { collector: 'catalog' }),
    ).toThrow(
      'may read catalog facts only (found team.services) (at character 1)',
    );
  });
});
