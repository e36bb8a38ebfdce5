import { shownError } from './shownError';

describe('shownError', () => {
  it.each([
    [new Error('no such file'), 'no such file'],
    [new Error('two\nlines\u0000'), 'two lines'],
    ['just a text', /just a text/],
    [undefined, /./],
    [new Error('x'.repeat(1_000)), /^x{300}…$/],
    [
      new Error('GET https://ann:geheim@host/a?key=geheim failed'),
      'GET https://host/a?… failed',
    ],
    [
      new Error('sent Authorization: Bearer geheim.geheim with it'),
      /^sent Authorization: Bearer … with it$/,
    ],
    [new Error('bad {"apiKey": "geheim", "a": 1}'), /^bad \{"apiKey": ….*1\}$/],
    [new Error('password=geheim rejected'), 'password=… rejected'],
  ])('shows %p', (error, expected) => {
    expect(shownError(error)).toMatch(expected);
    expect(shownError(error)).not.toContain('geheim');
  });
});
