import {
  centralReasons,
  debtWith,
  exceedsDebt,
  type ExemptionStakes,
} from './exemptionRules';

const debt = (exempt: number, pairs = 20) =>
  debtWith({ pairs, exempt, limit: 0.1 }, 0);

const stakes = (rest: Partial<ExemptionStakes> = {}): ExemptionStakes => ({
  isMandatory: false,
  renewals: 1,
  maxRenewals: 1,
  debt: debt(2),
  isDebt: true,
  ...rest,
});

describe('the debt of a domain', () => {
  it('is the share of its pairs that is exempt', () => {
    expect(debt(1)).toMatchObject({ exempt: 1, share: 0.05 });
    expect(debtWith(debt(1), 1)).toMatchObject({ exempt: 2, share: 0.1 });
  });

  it('is none without guardrails', () => {
    expect(debt(0, 0).share).toBeUndefined();
    expect(exceedsDebt(debt(1, 0))).toBe(false);
  });

  it('may reach what the policy allows, and no more', () => {
    expect([2, 3].map(exempt => exceedsDebt(debt(exempt)))).toEqual([
      false,
      true,
    ]);
    // 0.1 * 3 is more than 0.3 to a computer.
    expect(exceedsDebt({ ...debt(3, 10), limit: 0.1 + 0.2 })).toBe(false);
    expect(
      exceedsDebt({ pairs: 10, exempt: 3, share: 0.1 * 3, limit: 0.3 }),
    ).toBe(false);
  });
});

describe('an exemption', () => {
  it('is for the board of the domain within its limits', () => {
    expect(centralReasons(stakes())).toEqual([]);
  });

  it.each([
    [{ isMandatory: true }, ['mandatory']],
    [{ renewals: 2 }, ['renewals']],
    [{ debt: debt(3) }, ['debt']],
    [{ debt: debt(3), isDebt: false }, []],
    [
      { isMandatory: true, renewals: 5, debt: debt(20) },
      ['mandatory', 'renewals', 'debt'],
    ],
  ])('with %j is for the central board because of %j', (rest, reasons) => {
    expect(centralReasons(stakes(rest))).toEqual(reasons);
  });
});
