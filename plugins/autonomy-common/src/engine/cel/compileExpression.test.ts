import { NOW } from '../../__fixtures__/scenario';
import { DAY } from '../duration';
import { Horizon } from '../time';
import { compileExpression } from './compileExpression';

const facts = {
  team: {
    services: 3,
    name: 'shop',
    active: true,
    tags: ['a', 'b'],
    none: null,
    members: [{ role: 'lead' }, { role: 'dev', since: { year: 1 } }],
  },
  slo: {
    measuredAt: '2026-05-30T12:00:00Z',
    wrong: 'last week',
    noDay: '2026-04-31T00:00:00Z',
  },
};

function run(source: string) {
  const expression = compileExpression(source, { returns: 'score' });
  return expression.evaluate(facts, new Horizon(NOW));
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
    ['has(team.none)', false],
    ['!has(team.none) || team.none', true],
    ['team.lead && false', false],
    ['false && team.name', false],
    ['team.active || team.name', true],
    ['team.lead || true', true],
    ['team.tags[1] == "b"', true],
    ['team.tags.filter(tag, tag != "a")[0] == "b"', true],
    ['size(team.tags) / size("four") == 0.5', true],
    ['size(team.tags) / 4', 0.5],
    ['size(team.tags) * 0.5 >= 1', true],
    ['team.services - size(team.tags) == 1', true],
    ['team.tags[team.services - 2] == "b"', true],
    ['team.tags[size(team.tags) - 1] == "b"', true],
    ['team.services == 3.0 && 3 == 3.0', true],
    ['size(team.name) <= 4.5', true],
    ['-team.services < -2', true],
    ['team.services in [1, 2, 3]', true],
    ['team.tags == ["a", "b"]', true],
    ['"name" in team', true],
    ['team["tags"].all(tag, tag in ["a", "b", "c"])', true],
    ['team.tags.exists_one(tag, tag == "a")', true],
    ['[team.lead, "x"].exists(x, x == "x") || team.active', true],
    ['team.name.contains("ho") && team.name.endsWith("op")', true],
    ['" A".trim().lowerAscii() == team.tags[0]', true],
    ['"ÄB".lowerAscii() == "Äb" && "äb".upperAscii() == "äB"', true],
    ['size("😀") == 1', true],
    ['0.1 + 0.2 <= 0.3', true],
    ['0.1 + 0.2 > 0.3', false],
    ['team.members[0].role == "lead"', true],
    ['team.members.filter(m, m.role != "lead")[0].since.year', 1],
    ['team.members.exists(m, [m][0].role == "lead")', true],
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
    'team.none',
    'team.none || false',
    'team.none != 3',
    'team.tags.length > 1',
    'team.name.length > 1',
    'constructor.name == "Object"',
    'team.toString == "x"',
    'team.lead + team.name > 3',
    'team.lead ? true : false',
    'team.services.deeper',
    'team.tags.exists(tag, tag.key)',
    'team.members[0].since == 3',
    'team.members[2].role == "lead"',
  ])('%s is missing', source =>
    expect(run(source)).toEqual({ kind: 'missing' }),
  );

  it.each([
    'team.name <= 3',
    'team.name == 3',
    'team.name != 3',
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
    'team.tags[0.5] == "a"',
    'team.tags.all(tag, tag.size() / 0 > 1)',
    'has(team.name.first)',
    'team.tags[0].key == 3',
    'team.services in team.tags',
    'team.name in team.services',
  ])('%s has the wrong type', source =>
    expect(run(source)).toEqual({ kind: 'wrong-type' }),
  );

  it('treats an instant far in the future like one far in the past', () => {
    const { evaluate } = compileExpression("within(a.at, 'P1D')", {
      returns: 'boolean',
    });
    const at = (time: number) =>
      evaluate({ a: { at: new Date(time).toISOString() } }, new Horizon(NOW));
    expect(at(NOW + 60_000)).toEqual({ kind: 'value', value: true });
    expect(at(NOW + 86_400_000)).toEqual({ kind: 'value', value: false });
  });

  it('finds within through a comprehension', () => {
    const { evaluate, reads } = compileExpression(
      "audits.dates.exists(d, within(d, 'P1D'))",
      { returns: 'boolean' },
    );
    expect(reads.map(({ path }) => path)).toEqual(['audits.dates']);
    const horizon = new Horizon(NOW);
    expect(
      evaluate({ audits: { dates: ['2026-06-01T00:00:00Z'] } }, horizon),
    ).toEqual({ kind: 'value', value: true });
    expect(horizon.nextChangeAt).toBe(Date.parse('2026-06-02T00:00:00Z'));
  });

  it('lists what it may read', () => {
    const { reads } = compileExpression(
      'slo.a >= 0.9 && (has(team.x.y) || catalog.tools["on-call"] || size(team.tags) > list.of[team.i])',
      { returns: 'boolean' },
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
    ['before', 2 * DAY, DAY + 1],
    ['at the first instant of', DAY - 1, 2 * DAY - 1],
    ['in the middle of', 0, DAY],
    ['at the last instant of', 1 - DAY, 1],
    ['after', -DAY, undefined],
  ])('%s its time, within tells when it changes', (_when, until, change) => {
    const horizon = new Horizon(NOW);
    const at = new Date(NOW + until).toISOString();
    const { evaluate } = compileExpression("within(a.at, 'P1D')", {
      returns: 'boolean',
    });
    evaluate({ a: { at } }, horizon);
    expect(horizon.nextChangeAt).toBe(change && NOW + change);
  });

  it.each([
    [
      'team.services <=',
      'the expression cannot be read (expected a value, found the end) (at character 17)',
    ],
    [
      '(team.a',
      'the expression cannot be read (expected ), found the end) (at character 8)',
    ],
    ['team..a', /\(expected a name, found \.\) \(at character 6\)$/],
    ['team.a and b.c', /read \(found and\) \(at character 8\)$/],
    ['team.a = 1', /read \(found =\) \(at character 8\)$/],
    ['team.a == "x', /^Unterminated string \(at character 11\)$/],
    ['team.name.matches("a+")', /^matches is refused.*re2.*character 1\)$/],
    ['true && matches(team.name, "a")', /at character 9/],
    ['re2(team.name, "a")', /^regular expressions are not available here/],
    ["within(a.b, 'P3M')", /months vary.*P3M.*at character 13/],
    ["within(a.b, 'P1Y')", /years and months vary/],
    ["within(a.b, '90 days')", /not a duration/],
    ['within(a.b, a.c)', /expects a duration in quotes/],
    ['within(a.b)', /^within has the wrong number of arguments/],
    [
      "within('soon', 'P1D')",
      /^within expects an instant, and 'soon' is a text/,
    ],
    ['now - a.b < 3', /no clock.*within/],
    ['a.b < now()', /no clock.*within.*at character 7/],
    ['Slo.a', /cannot be a fact collector/],
    ['cel.bind(x, 1, x)', /unknown function bind/],
    ['timestamp(a.b) > timestamp(a.c)', /no clock.*found timestamp/],
    ['a.b.getFullYear() == 2026', /no clock.*found getFullYear/],
    [
      'a.b.startWith("x")',
      /^unknown function startWith.*did you mean startsWith/,
    ],
    ['"text"', /expected a boolean or a score 0..1, found a text/],
    ['[1, 2]', /wrong type.*found a list of numbers/],
    ['a.b == null', /^a null says as little as no value, write has/],
    ['a.b == b"x"', /^b"x" is not available/],
    ['a.b == 1u', /^1u is not available/],
    ['"x".y == 3', /^\.y expects a group of facts, and "x" is a text \(/],
    ['a.b in {"x": 1}', /^a map cannot be used/],
    ['a.b.exists(x, x.all(y, y))', /^all cannot be used inside another/],
    [
      'a.b.all(x, x in a.b)',
      /^all may read its own x only \(found a\.b\) \(at character 17\)$/,
    ],
    ['a.b.filter(x, has(a.c))', /^filter may read its own x only/],
    ['a.b.map(x, [x, x]) == a.b', /^unknown function map/],
    ['a.b.all("x", true)', /invalid predicate iteration variable/],
    ['a.b.all()', /^all has the wrong number of arguments/],
    ['a.b.all(x)', /^all has the wrong number of arguments/],
    ['a.b.all(x, 1)', /^the question of all expects a boolean, and 1 is/],
    ['has(a)', /^has expects a fact such as/],
    ['has("x")', /^has expects a fact such as/],
    ['"a" + 1 == "a1"', /^"a" \+ 1 adds a text and a number/],
    ['a.b && 1', /^&& expects a boolean, and 1 is a number \(at character 8\)/],
    ['a.b ? 1 : true', /one type \(found a number and a boolean\)/],
  ])('refuses %s', (source, message) => {
    expect(() => compileExpression(source, { returns: 'score' })).toThrow(
      message,
    );
  });

  it('asks for a boolean where a score has no meaning', () => {
    expect(() => compileExpression('0.5', { returns: 'boolean' })).toThrow(
      /expected a boolean, found a number/,
    );
  });
});
