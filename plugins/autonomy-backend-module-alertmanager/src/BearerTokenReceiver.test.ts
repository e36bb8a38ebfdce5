import * as fc from 'fast-check';
import { BearerTokenReceiver } from './BearerTokenReceiver';

const CURRENT = 'current-0123456789abcdef-0123456789';
const FORMER = 'former.~+/0123456789ABCDEF01234567==';

const receiver = BearerTokenReceiver.create({ tokens: [CURRENT, FORMER] });

function present(authorization?: string | string[]) {
  return receiver.authenticate({
    headers: { 'content-type': 'application/json', authorization },
    body: Buffer.from('{}'),
    receivedAt: 0,
  });
}

describe('BearerTokenReceiver', () => {
  it.each([CURRENT, FORMER])('lets in whoever presents %s', token => {
    expect(present(`Bearer ${token}`)).toEqual({});
  });

  it.each<[string, string | string[] | undefined]>([
    ['no header', undefined],
    ['an empty header', ''],
    ['the bare token', CURRENT],
    ['no token', 'Bearer '],
    ['another scheme', `Basic ${CURRENT}`],
    ['the scheme in lower case', `bearer ${CURRENT}`],
    ['the scheme in upper case', `BEARER ${CURRENT}`],
    ['two spaces', `Bearer  ${CURRENT}`],
    ['a tab', `Bearer\t${CURRENT}`],
    ['something before', ` Bearer ${CURRENT}`],
    ['something after', `Bearer ${CURRENT} `],
    ['a line feed after', `Bearer ${CURRENT}\n`],
    ['the beginning of a token', `Bearer ${CURRENT.slice(0, -1)}`],
    ['a token and more', `Bearer ${CURRENT}0`],
    ['a token in upper case', `Bearer ${CURRENT.toUpperCase()}`],
    ['another token', `Bearer ${CURRENT.replace('current', 'another')}`],
    ['two tokens', `Bearer ${CURRENT}, Bearer ${FORMER}`],
    ['two tokens without a space', `Bearer ${CURRENT},${FORMER}`],
    ['the header twice', [`Bearer ${CURRENT}`, `Bearer ${CURRENT}`]],
    ['a list of one', [`Bearer ${CURRENT}`]],
    ['a very long token', `Bearer ${CURRENT.repeat(1_000)}`],
  ])('refuses %s, in always the same words', (_, authorization) => {
    expect(() => present(authorization)).toThrow(
      expect.objectContaining({
        name: 'AuthenticationError',
        message: 'No valid bearer token',
      }),
    );
  });

  it('lets nobody in with any change to a good header', () => {
    const good = `Bearer ${CURRENT}`;
    const changed = fc.oneof(
      fc
        .tuple(fc.nat(good.length - 1), fc.string({ maxLength: 3 }))
        .map(([at, text]) => good.slice(0, at) + text + good.slice(at + 1)),
      fc
        .tuple(fc.nat(good.length), fc.string({ minLength: 1 }))
        .map(([at, text]) => good.slice(0, at) + text + good.slice(at)),
      fc.nat(good.length - 1).map(length => good.slice(0, length)),
      fc.string().map(text => `Bearer ${text}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(
        changed.filter(text => text !== good),
        text => {
          expect(() => present(text)).toThrow('No valid bearer token');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
