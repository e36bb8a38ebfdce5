import { rejects } from 'node:assert';
import fc from 'fast-check';
import { as, CHECKOUT, DAY, LEDGER, WHY } from '../setUpDecisions';
import { ReferenceModel, type Ballot } from './ReferenceModel';
import type { Governed } from './setUpGovernance';

/** Owners, one who is on the board besides, members of two boards, and somebody else. */
const PEOPLE = ['ann', 'dan', 'bob', 'cat', 'gus', 'zoe'] as const;
type Person = (typeof PEOPLE)[number];

export const BOARD_OF: Record<string, readonly Person[]> = {
  'group:default/payments-board': ['bob', 'cat'],
  'group:default/architects': ['gus'],
};
const OWNERS: readonly Person[] = ['ann', 'dan'];

type Command = fc.AsyncCommand<ReferenceModel, Governed>;

/** What a command does to the model and to what is tested, one after the other. */
function command(
  text: string,
  run: (model: ReferenceModel, real: Governed) => Promise<void>,
): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await model.assertHolds(real);
    },
    toString: () => text,
  };
}

/** Refused or not, nothing but what the model expects comes of it. */
async function attempt(
  isExpected: boolean,
  work: () => Promise<unknown>,
): Promise<boolean> {
  if (isExpected) {
    await work();
    return true;
  }
  await rejects(work, /.+/);
  return false;
}

const request = (
  who: Person,
  entityRef: string,
  checkId: string,
  days: number,
) =>
  command(
    `${who} asks ${entityRef} to be exempt from ${checkId} for ${days} days`,
    async (model, real) => {
      const key = `exemption ${entityRef} ${checkId}`;
      const ask = () =>
        real.exemptions.service.request(
          { entityRef, checkId, reason: WHY, expiresAt: real.inDays(days) },
          as(who),
        );
      const mayAsk =
        OWNERS.includes(who) && !model.openOf(key) && !model.isExempt(key);
      if (await attempt(mayAsk, ask)) {
        await model.learn(real, key, { asker: who });
      }
    },
  );

const grant = (who: Person, entityRef: string, days: number) =>
  command(
    `${who} proposes a grant of ${entityRef} for ${days} days`,
    async (model, real) => {
      const key = `grant ${entityRef} tooling`;
      const propose = () =>
        real.grants.service.propose(
          {
            entityRef,
            area: 'tooling',
            right: 5,
            reason: WHY,
            expiresAt: real.inDays(days),
          },
          as(who),
        );
      const isOwner = OWNERS.includes(who);
      const may =
        isOwner || BOARD_OF['group:default/payments-board'].includes(who);
      // A later grant takes the place of the one in force.
      const isFree = !model.openOf(key);
      if (await attempt(may && isFree, propose)) {
        await model.learn(real, key, isOwner ? { asker: who } : { mover: who });
      }
    },
  );

const vote = (who: Person, index: number, word: 'approve' | 'reject') =>
  command(`${who} votes ${word} on ${index}`, async (model, real) => {
    const ballot: Ballot | undefined = model.pick(index);
    if (!ballot) {
      return;
    }
    const may =
      model.isOpen(ballot) &&
      (BOARD_OF[ballot.boardRef] ?? []).includes(who) &&
      !OWNERS.includes(who) &&
      !ballot.votes.has(who);
    if (await attempt(may, () => real.decide(ballot.id, who, word))) {
      model.count(ballot, who, word);
    }
  });

const withdraw = (who: Person, index: number) =>
  command(`${who} takes ${index} back`, async (model, real) => {
    const ballot = model.pick(index);
    if (!ballot) {
      return;
    }
    const may =
      model.isOpen(ballot) &&
      ballot.asker !== undefined &&
      OWNERS.includes(who);
    const take = () => real.proposals.service.withdraw(ballot.id, as(who));
    if (await attempt(may, take)) {
      ballot.state = 'withdrawn';
    }
  });

const appeal = (who: Person, index: number) =>
  command(`${who} appeals ${index}`, async (model, real) => {
    const ballot = model.pick(index);
    if (!ballot) {
      return;
    }
    const may =
      OWNERS.includes(who) &&
      model.mayAppeal(ballot) &&
      !model.openOf(ballot.key);
    const ask = () =>
      real.proposals.service.appeal(ballot.id, { reason: WHY }, as(who));
    if (await attempt(may, ask)) {
      ballot.isAppealed = true;
      await model.learn(real, ballot.key, { asker: who, isAppeal: true });
    }
  });

const revoke = (who: Person, key: string) =>
  command(`${who} revokes ${key}`, async (model, real) => {
    const exemption = model.exemptionOf(key);
    if (!exemption) {
      return;
    }
    const may =
      (BOARD_OF[exemption.boardRef] ?? []).includes(who) &&
      !OWNERS.includes(who);
    const end = () =>
      real.exemptions.service.revoke(
        exemption.requestId,
        { reason: WHY },
        as(who),
      );
    if (await attempt(may, end)) {
      exemption.endsAt = real.clock.time;
    }
  });

const pass = (hours: number) =>
  command(`${hours} hours pass`, async (model, real) => {
    real.clock.time += (hours * DAY) / 24;
    model.now = real.clock.time;
  });

const round = command('a round', async (_, real) => {
  while ((await real.desk.endDue(real.clock.time)) > 0);
});

const person = fc.constantFrom(...PEOPLE);
const entityRef = fc.constantFrom(CHECKOUT, LEDGER);
const index = fc.nat({ max: 5 });
const word = fc.constantFrom('approve' as const, 'reject' as const);
const checkId = fc.constantFrom('cross-service-dashboard', 'structured-logs');
const days = fc.constantFrom(1, 3, 30);

/** Sequences of what people do. */
export const commands = fc.commands(
  [
    fc.tuple(person, entityRef, checkId, days).map(args => request(...args)),
    fc.tuple(person, entityRef, days).map(args => grant(...args)),
    fc.tuple(person, index, word).map(args => vote(...args)),
    fc.tuple(person, index, word).map(args => vote(...args)),
    fc.tuple(person, index).map(args => withdraw(...args)),
    fc.tuple(person, index).map(args => appeal(...args)),
    fc
      .tuple(person, entityRef, checkId)
      .map(([who, ref, id]) => revoke(who, `exemption ${ref} ${id}`)),
    fc.constantFrom(1, 30, 24 * 20).map(pass),
    fc.constant(round),
  ],
  { size: '+1' },
);
