import { AuthenticationError } from '@backstage/errors';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { changed, fixture, signature } from '../__testUtils__';
import { PagerDutyWebhookReceiver } from './PagerDutyWebhookReceiver';

const CURRENT = 'secret-of-this-year-0001';
const PREVIOUS = 'secret-of-last-year-0002';
const OTHER = 'secret-of-somebody-else';

const body = fixture('incident.triggered');
const eventId = JSON.parse(body.toString()).event.id;
const receiver = PagerDutyWebhookReceiver.create({
  secrets: [CURRENT, PREVIOUS],
});

const authenticate = (
  header: string | string[] | undefined,
  bytes: Buffer = body,
) =>
  receiver.authenticate({
    headers: { 'x-pagerduty-signature': header },
    body: bytes,
    receivedAt: 0,
  });

const isAccepted = (header: string | undefined, bytes: Buffer = body) => {
  try {
    authenticate(header, bytes);
    return true;
  } catch (error) {
    if (error instanceof AuthenticationError) {
      return false;
    }
    throw error;
  }
};

const current = signature(body, CURRENT);
const previous = signature(body, PREVIOUS);
const other = signature(body, OTHER);
const hex = current.slice('v1='.length);

describe('PagerDutyWebhookReceiver', () => {
  it('computes what anybody else computes', () => {
    // printf '{"event":{"id":"E1"}}' | openssl dgst -sha256 -hmac secret-of-this-year-0001
    const bytes = Buffer.from('{"event":{"id":"E1"}}');
    const vector =
      'v1=d37a47965a068ca705902bbe1eb2abf44121f0d1444fb1e76a70962ebf10f499';
    expect(authenticate(vector, bytes)).toEqual({ deliveryId: 'E1' });

    // The same of the bytes ff 00 'é', which are neither JSON nor UTF-8.
    const noText = Buffer.from([0xff, 0x00, 0xc3, 0xa9]);
    const ofNoText =
      'v1=cba628a7591c82f7a6097cdca0c8bc2e2484a9eacbdc40a071c9e93953efc0a7';
    expect(isAccepted(ofNoText, noText)).toBe(true);
  });

  it.each([
    ['signed by the current secret', current],
    ['signed by the previous secret', previous],
    ['signed by both', `${current},${previous}`],
    ['signed by one of several', `${other},${previous}`],
    ['joined from two headers', `${other}, ${current}`],
    ['signed twice by the same', `${current},${current}`],
    ['signed in another version too', `v2=other/scheme+here==,${current}`],
    ['signed eight times', [...Array(7).fill(other), current].join(',')],
  ])('accepts what is %s', (_, header) => {
    expect(authenticate(header)).toEqual({ deliveryId: eventId });
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a list of headers', [current]],
    ['a signature of another secret', other],
    ['a signature of another body', signature(Buffer.from('{}'), CURRENT)],
    ['upper case digits', `v1=${hex.toUpperCase()}`],
    ['an upper case version', `V1=${hex}`],
    ['no version', hex],
    ['another version', `v2=${hex}`],
    ['another spelling of the version', `v01=${hex}`],
    ['a digit less', `v1=${hex.slice(1)}`],
    ['a digit more', `v1=${hex}0`],
    ['white space around it', ` ${current}`],
    ['a line break after it', `${current}\n`],
    ['an empty entry', `${current},`],
    ['a malformed entry beside it', `${current},v1=xyz`],
    ['another separator', `${other};${current}`],
    ['two spaces', `${other},  ${current}`],
    ['nine signatures', Array(9).fill(current).join(',')],
    ['nine of several versions', [...Array(8).fill('v2=x'), current].join(',')],
    ['a very long header', `${current},v2=${'x'.repeat(100_000)}`],
  ])('refuses %s', (_, header) => {
    const attempt = () => authenticate(header);
    expect(attempt).toThrow(AuthenticationError);
    expect(attempt).toThrow(/^No valid signature$/);
  });

  it('refuses every signature and body with another bit', () => {
    for (let bit = 0; bit < 256; bit++) {
      const digest = Buffer.from(hex, 'hex');
      digest[bit >> 3] ^= 1 << (bit & 7);
      expect(isAccepted(`v1=${digest.toString('hex')}`)).toBe(false);
    }
    fc.assert(
      fc.property(fc.nat(body.length * 8 - 1), bit => {
        const bytes = Buffer.from(body);
        bytes[bit >> 3] ^= 1 << (bit & 7);
        return !isAccepted(`${current},${previous}`, bytes);
      }),
    );
  });

  it('refuses whatever else is sent', () => {
    const piece = fc.oneof(
      fc.constantFrom('v1=', 'v2=', ',', ', ', '=', hex, hex.slice(0, 63)),
      fc.string({ maxLength: 80, unit: 'grapheme' }),
      fc.stringMatching(/^[0-9a-f]{64}$/),
    );
    const header = fc
      .array(piece, { maxLength: 12 })
      .map(pieces => pieces.join(''));
    let accepted = 0;
    const send = (text: string, bytes?: Buffer) => {
      accepted += isAccepted(text, bytes) ? 1 : 0;
    };
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 200 }), (text, bytes) =>
        send(text, Buffer.from(bytes)),
      ),
      { numRuns: 2_000 },
    );
    // The right body, with a header that holds no right signature in the right form.
    const holdsNone = (text: string) =>
      !text.split(/, ?/).some(part => part === current || part === previous);
    fc.assert(
      fc.property(header.filter(holdsNone), text => send(text)),
      { numRuns: 2_000 },
    );
    expect(accepted).toBe(0);
  });

  it.each([
    ['no JSON', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['no text', Buffer.from([0xc3, 0x28])],
    ['no event', Buffer.from('[]')],
    ['an id that is no text', Buffer.from('{"event":{"id":7}}')],
    ['an empty id', Buffer.from('{"event":{"id":""}}')],
    ['an id in several lines', Buffer.from('{"event":{"id":"a\\nb"}}')],
    ['half a character', Buffer.from('{"event":{"id":"\\ud800"}}')],
    [
      'a long id',
      changed('pagey.ping', event => {
        event.id = 'x'.repeat(201);
      }),
    ],
    ['deep JSON', Buffer.from('['.repeat(200_000))],
  ])('remembers a body with %s by its digest', (_, bytes) => {
    expect(authenticate(signature(bytes, CURRENT), bytes)).toEqual({
      deliveryId: `body:${createHash('sha256').update(bytes).digest('hex')}`,
    });
  });
});
