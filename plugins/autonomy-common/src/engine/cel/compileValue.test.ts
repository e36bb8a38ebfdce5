import { re2 } from '../../policy/re2';
import { compileValue, type CompileValueOptions } from './compileValue';

const compile = (
  source: string,
  returns: CompileValueOptions['returns'] = 'text',
) =>
  compileValue(source, {
    returns,
    names: {
      title: { '': 'text' },
      areas: { '': 'texts' },
      service: { id: 'text', name: 'text' },
      labels: undefined,
    },
    matcher: re2,
  });

const values = {
  title: 'Disk full',
  areas: ['operations'],
  service: { id: 'P1' },
  labels: { service: 'pay', 'team-name': 'blue', count: 3 },
};

describe('compileValue', () => {
  it.each([
    ["'component:default/' + labels.service", 'component:default/pay'],
    ["'team-' + labels['team-name']", 'team-blue'],
    ["service.id == 'P1' ? 'high' : 'low'", 'high'],
    ['title.lowerAscii()', 'disk full'],
  ])('tells the text %s', (source, value) => {
    expect(compile(source).evaluate(values)).toBe(value);
  });

  it('tells booleans and lists of texts', () => {
    expect(compile("re2(title, '^Disk')", 'boolean').evaluate(values)).toBe(
      true,
    );
    expect(compile('areas', 'texts').evaluate(values)).toEqual(['operations']);
    expect(compile("['a', labels.service]", 'texts').evaluate(values)).toEqual([
      'a',
      'pay',
    ]);
  });

  it.each([
    ['a missing label', "'x' + labels.absent"],
    ['a missing field', 'service.name'],
    ['a value of another type', 'labels.count'],
  ])('tells nothing from %s', (_, source) => {
    expect(compile(source).evaluate(values)).toBeUndefined();
  });

  it.each([
    ['lables.service', 'unknown name lables (did you mean labels?)'],
    ['zzz', 'unknown name zzz (expected one of title, areas, service, labels)'],
    ['service.nmae', 'unknown fact service.nmae (did you mean service.name?)'],
    [
      '1 + 2',
      'the result has the wrong type (expected a text, found a number)',
    ],
    ["within(labels.at, 'P1D') ? 'a' : 'b'", 'within is not available here'],
    ['component:default/x', 'the expression cannot be read'],
  ])('refuses %s', (source, message) => {
    expect(() => compile(source)).toThrow(message);
  });
});
