import { KeyedThrottles } from './KeyedThrottles';
import { Throttle } from './Throttle';
import { TooManyRequestsError } from './TooManyRequestsError';

describe('a throttle', () => {
  it('lets a few through at once and others now and then, and says when', () => {
    let now = 0;
    const throttle = Throttle.create({
      burst: 2,
      perSecond: 0.125,
      clock: () => now,
    });
    expect([throttle.take(), throttle.take(), throttle.take()]).toEqual([
      true,
      true,
      false,
    ]);
    expect(throttle.readyIn()).toBe(8_000);
    now = 4_000;
    expect(throttle.readyIn()).toBe(4_000);
    expect(throttle.take()).toBe(false);
    now = 8_000;
    expect(throttle.readyIn()).toBe(0);
    expect([throttle.take(), throttle.take()]).toEqual([true, false]);
    now = 1_000_000;
    expect([throttle.take(), throttle.take(), throttle.take()]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is one for each key, and forgets the one that was asked for longest ago', () => {
    const throttles = KeyedThrottles.create({
      burst: 1,
      perSecond: 1,
      clock: () => 0,
    });
    expect([throttles.of('a').take(), throttles.of('a').take()]).toEqual([
      true,
      false,
    ]);
    expect(throttles.of('b').take()).toBe(true);
    for (let key = 0; key < 9_998; key++) {
      throttles.of(String(key));
    }
    expect(throttles.of('a').take()).toBe(false);
    throttles.of('one more');
    expect(throttles.of('a').take()).toBe(false);
    expect(throttles.of('b').take()).toBe(true);
  });

  it('tells whole seconds', () => {
    expect(new TooManyRequestsError(9_001)).toMatchObject({
      statusCode: 429,
      retryAfter: 10,
      message: 'Too many requests: expected none for 10 s',
    });
  });
});
