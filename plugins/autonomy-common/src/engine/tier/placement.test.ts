import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import { CONSEQUENCES, type Tier } from '../../model';
import { consequencesFor } from '../consequences';
import {
  entityTier,
  opensTierReview,
  placementInForce,
  type Placement,
} from '.';

const { policy } = defaultPolicy();

function placed(tier: Tier | undefined, ...domainChain: string[]): Placement {
  return {
    tier: entityTier({ declared: tier }, policy.tiers),
    domainRef: domainChain[0],
    domainChain,
    boardRef: domainChain[0] && `group:${domainChain[0]}-board`,
  };
}

describe('placementInForce', () => {
  it('takes the first sight as it is', () => {
    const proposed = placed(4, 'shop');
    expect(placementInForce(undefined, proposed)).toEqual({
      inForce: proposed,
      settled: proposed,
      pending: [],
    });
  });

  it('lets a stricter tier count at once and a laxer one wait', () => {
    const stricter = placementInForce(placed(3), placed(1));
    expect(stricter.inForce.tier.effective).toBe(1);
    expect(stricter.pending).toEqual([]);

    const back = placementInForce(stricter.settled, placed(3));
    expect(back.inForce.tier).toMatchObject({ declared: 3, effective: 1 });
    expect(back.pending).toEqual(['tier']);

    const accepted = { ...back.settled, tier: placed(3).tier };
    expect(placementInForce(accepted, placed(3))).toMatchObject({
      inForce: { tier: { effective: 3 } },
      pending: [],
    });
  });

  it('does not hold on to a tier that nothing said', () => {
    const unknown = placed(undefined);
    expect(unknown.tier.effective).toBe(2);
    expect(placementInForce(unknown, placed(4)).inForce.tier.effective).toBe(4);
  });

  it('does not forget a tier because nothing says it for a while', () => {
    const gone = placementInForce(placed(3), placed(undefined));
    expect(gone.inForce.tier.effective).toBe(2);
    expect(placementInForce(gone.settled, placed(4))).toMatchObject({
      inForce: { tier: { effective: 3 } },
      pending: ['tier'],
    });
  });

  it('keeps what was last computed while nothing is computed', () => {
    const tierOf = (declared?: Tier, dependents?: number): Placement => ({
      tier: entityTier(
        {
          declared,
          radius:
            dependents === undefined ? undefined : { dependents, domains: 1 },
        },
        policy.tiers,
      ),
    });
    const known = tierOf(3, 50);
    expect(known.tier.effective).toBe(1);
    const uncomputed = placementInForce(known, tierOf(3));
    expect(uncomputed).toMatchObject({
      inForce: { tier: { declared: 3, computed: 1, effective: 1 } },
      pending: [],
    });
    expect(uncomputed.settled.tier).toEqual(uncomputed.inForce.tier);
    expect(placementInForce(tierOf(1), tierOf())).toMatchObject({
      inForce: { tier: { effective: 1 } },
      settled: { tier: { declared: 1 } },
      pending: [],
    });
  });

  it('counts both chains while a domain is left, and its board decides', () => {
    const move = placementInForce(
      placed(3, 'cards', 'payments'),
      placed(3, 'shop'),
    );
    expect(move).toMatchObject({
      inForce: {
        domainRef: 'cards',
        boardRef: 'group:cards-board',
        domainChain: ['cards', 'payments', 'shop'],
      },
      settled: { domainChain: ['cards', 'payments'] },
      pending: ['domain'],
    });
  });

  it('waits where the entity leaves every domain, not where it enters one', () => {
    const left = placementInForce(placed(3, 'shop'), placed(3));
    expect(left).toMatchObject({
      inForce: { domainRef: 'shop', domainChain: ['shop'] },
      pending: ['domain'],
    });
    const entered = placementInForce(placed(3), placed(3, 'shop'));
    expect(entered).toMatchObject({
      inForce: { domainRef: 'shop' },
      pending: [],
    });
    const deeper = placementInForce(
      placed(3, 'payments'),
      placed(3, 'cards', 'payments'),
    );
    expect(deeper).toMatchObject({
      inForce: { domainRef: 'cards' },
      pending: [],
    });
  });

  it('takes a domain without a chain for a chain of one', () => {
    const bare = { ...placed(3, 'shop'), domainChain: undefined };
    expect(placementInForce(bare, placed(3, 'shop')).pending).toEqual([]);
  });

  const tier = fc.constantFrom<Tier | undefined>(1, 2, 3, 4, undefined);
  const chain = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
  const placement = fc
    .tuple(tier, chain)
    .map(([declared, domains]) => placed(declared, ...domains));

  it('never loosens by what a board has not accepted, however often it is moved', () => {
    fc.assert(
      fc.property(
        placement,
        fc.array(placement, { minLength: 1, maxLength: 6 }),
        (first, moves) => {
          let { settled } = placementInForce(undefined, first);
          for (const proposed of moves) {
            const before = settled;
            const now = placementInForce(before, proposed);
            settled = now.settled;
            const { inForce } = now;
            for (const domain of [
              ...before.domainChain!,
              ...proposed.domainChain!,
            ]) {
              expect(inForce.domainChain).toContain(domain);
            }
            const consequences = consequencesFor(
              inForce.tier.effective,
              policy,
            );
            const sides = [proposed, first].filter(
              ({ tier: { declared } }) => declared !== undefined,
            );
            for (const { tier: side } of sides) {
              expect(inForce.tier.effective).toBeLessThanOrEqual(
                side.effective,
              );
              for (const [area, was] of consequencesFor(
                side.effective,
                policy,
              )) {
                expect(
                  CONSEQUENCES.indexOf(consequences.get(area)!),
                ).toBeGreaterThanOrEqual(CONSEQUENCES.indexOf(was));
              }
            }
            for (const domain of first.domainChain!) {
              expect(inForce.domainChain).toContain(domain);
            }
            // Looking twice changes nothing.
            expect(placementInForce(settled, proposed)).toEqual(now);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('opensTierReview', () => {
  it.each<[Tier | undefined, number | undefined, boolean]>([
    [2, 10, false],
    [3, 10, true],
    [1, 10, true],
    [undefined, 10, false],
    [2, undefined, false],
  ])('declared %p, %p dependents: %p', (declared, dependents, review) => {
    const radius =
      dependents === undefined ? undefined : { dependents, domains: 1 };
    expect(
      opensTierReview(entityTier({ declared, radius }, policy.tiers)),
    ).toBe(review);
  });
});
