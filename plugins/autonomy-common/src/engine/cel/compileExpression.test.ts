import { NOW } from '../../__fixtures__/scenario';
import { compileExpression } from './compileExpression';

const facts = {
  team: {
    services: 3,
    name: 'shop',
    active: true,
    tags: ['a', 'b'],
    none: null,
  },
  slo: {
    measuredAt: '2026-05-30T12:00:00Z',
    wrong: 'last week',
    noDay: '2026-04-31T00:00:00Z',
  },
};

function run(source: string) {
  return compileExpression(source, 'score').evaluate(facts, NOW);
}

describe('compileExpression', () => {
  it.each([
    ['team.services <= 3', true],
    ['team.services == 3', true],
    ['3 == team.services', true],
    ['team.services != 4', true],
    ['1 + team.services == 4', true],
    ['team.services + 1 <= 4', true],
    ['(1 + team.services) / (1 + 4) == 0.8', true],
    ['7 / 2 == 3.5', true],
    ['size(team.tags) / 4 == 0.5', true],
    ['team.services % 2 == 1', true],
    ['team.active ? 1 : 0.5', 1],
    ['1.0 == 1', true],
    ['"a" in team.tags', true],
    ['team.tags.exists(tag, tag == "b")', true],
    ['team["name"].startsWith("sh")', true],
    ['has(team.services) && !has(team.lead)', true],
    ['team.none == null', true],
    ['team.lead || true', true],
    ['team.tags[1] == "b"', true],
    ['team.tags.filter(tag, tag != "a")[0] == "b"', true],
    ['size(team.tags) / size("four") == 0.5', true],
    ["within(slo.measuredAt, 'P2DT1S')", true],
    ["within(slo.measuredAt, 'P2D')", false],
    ["within(slo.measuredAt, 'P1D') || team.active", true],
  ])('%s is %s', (source, value) => {
    expect(run(source)).toEqual({ kind: 'value', value });
  });

  it.each([
    'team.lead',
    'oncall.rotation',
    'has(oncall.rotation)',
    'team.tags[2] == "c"',
  ])('%s is missing', source =>
    expect(run(source)).toEqual({ kind: 'missing' }),
  );

  it.each([
    'team.name <= 3',
    'team.name == 3',
    'team.name != 3',
    'team.none != 3',
    'team.active == 1',
    'team.name',
    'team',
    "within(slo.wrong, 'P1D')",
    "within(team.services, 'P1D')",
    'team.services / 0 > 1',
    '!(team.services / (team.services - 3) <= 1)',
    'team.services % 0 == 0',
    'team.services / team.name > 1',
    "within(slo.noDay, 'P90D')",
    'team.services * 1e308 * 1e308',
  ])('%s has the wrong type', source =>
    expect(run(source)).toEqual({ kind: 'wrong-type' }),
  );

  it('treats an instant far in the future like one far in the past', () => {
    const { evaluate } = compileExpression("within(a.at, 'P1D')", 'boolean');
    const at = (time: number) =>
      evaluate({ a: { at: new Date(time).toISOString() } }, NOW);
    expect(at(NOW + 60_000)).toEqual({ kind: 'value', value: true });
    expect(at(NOW + 86_400_000)).toEqual({ kind: 'value', value: false });
  });

  it('finds within through a comprehension', () => {
    const { evaluate, reads } = compileExpression(
      "audits.dates.exists(d, within(d, 'P1D'))",
      'boolean',
    );
    expect(reads.map(({ path }) => path)).toEqual(['audits.dates']);
    expect(
      evaluate({ audits: { dates: ['2026-06-01T00:00:00Z'] } }, NOW),
    ).toEqual({ kind: 'value', value: true });
  });

  it('lists what it may read', () => {
    const { reads } = compileExpression(
      'slo.a >= 0.9 && (has(team.x.y) || catalog.tools["on-call"] || size(team.tags) > list.of[team.i])',
      'boolean',
    );
    expect(reads.map(({ path }) => path)).toEqual([
      'catalog.tools.on-call',
      'list.of',
      'slo.a',
      'team.i',
      'team.tags',
      'team.x.y',
    ]);
  });

  it.each([
    ['team.services <=', /at character 17/],
    ['team.a + ', /at character/],
    ['team.name.matches("a+")', /^matches is refused.*\(at character 1\)$/],
    ['true && matches(team.name, "a")', /at character 9/],
    ["within(a.b, 'P3M')", /months vary.*P3M.*at character 13/],
    ["within(a.b, 'P1Y')", /years and months vary/],
    ["within(a.b, '90 days')", /not a duration/],
    ['within(a.b, a.c)', /expects a duration in quotes/],
    ['now - a.b < 3', /no clock/],
    ['Slo.a', /cannot be a fact collector/],
    ['cel.bind(x, 1, x)', /unknown function bind/],
    ['timestamp(a.b) > timestamp(a.c)', /unknown function timestamp/],
    ['"text"', /expected a boolean or a score 0..1, found string/],
    ['[1, 2]', /wrong type/],
    ['a.b.exists(x, x.all(y, y))', /^all cannot be used inside another/],
    [
      'a.b.all(x, x in a.b)',
      /^all may read its own x only \(found a\.b\) \(at character 17\)$/,
    ],
    ['a.b.filter(x, has(a.c))', /^filter may read its own x only/],
    ['a.b.map(x, [x, x]) == a.b', /^unknown function map/],
    ['a.b.all("x", true)', /invalid predicate iteration variable/],
    ['a.b.all()', /at character/],
    ['a.b.all(x)', /at character/],
    ['a.b / divisor(2) > 1', /^unknown function divisor/],
    ['"a" + 1 == "a1"', /overload/],
  ])('refuses %s', (source, message) => {
    expect(() => compileExpression(source, 'score')).toThrow(message);
  });

  it('refuses expressions that are too long or too deep', () => {
    const long = `a.b == "${'x'.repeat(2000)}"`;
    const deep = `${'('.repeat(100)}true${')'.repeat(100)}`;
    expect(() => compileExpression(long, 'boolean')).toThrow(/too long/);
    expect(() => compileExpression(deep, 'boolean')).toThrow(/depth/i);
  });

  it('asks for a boolean where a score has no meaning', () => {
    expect(() => compileExpression('0.5', 'boolean')).toThrow(
      /expected a boolean, found double/,
    );
  });
});
