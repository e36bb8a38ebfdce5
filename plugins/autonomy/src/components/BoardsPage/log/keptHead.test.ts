import { headText, readHead } from './keptHead';

const HASH = '9f'.repeat(32);

describe('a kept fingerprint', () => {
  it('is read back as it was shown', () => {
    const head = { sequence: 12, hash: HASH };

    expect(readHead(headText(head))).toEqual(head);
    expect(readHead(` 12 : ${HASH.toUpperCase()}\n`)).toEqual(head);
  });

  it.each(['', HASH, '12', `12:${HASH}0`, `x:${HASH}`, `12:${'z'.repeat(64)}`])(
    'is not %p',
    text => expect(readHead(text)).toBeUndefined(),
  );
});
