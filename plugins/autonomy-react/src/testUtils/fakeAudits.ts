import type {
  AuditAgreement,
  AuditRating,
  AuditRatingsResponse,
  ListAuditsRequest,
  ListAuditsResponse,
  NewAudit,
  NewAuditRating,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { createAudit, createAuditComparison } from './createAudit';
import { FAKE_USER } from './fakeIdentity';
import { conflict, forwardPageOf, isWanted } from './fakePages';
import { FakeRecords } from './fakeRecords';
import { rights } from './story';

/** Trust audits. What the other side said is kept back until both have rated. */
export class FakeAudits {
  readonly #now: () => number;
  readonly #records: FakeRecords<RecordedAudit>;

  constructor(audits: RecordedAudit[], now: () => number) {
    this.#records = new FakeRecords('audit', audits);
    this.#now = now;
  }

  all(): RecordedAudit[] {
    return this.#records.all().map(shown);
  }

  find(id: string): RecordedAudit | undefined {
    const found = this.#records.find(id);
    return found && shown(found);
  }

  list(request: ListAuditsRequest): ListAuditsResponse {
    const found = this.all().filter(
      ({ boardRef, domainRef, entityRef, quarter, state }) =>
        isWanted(request.entity, entityRef) &&
        isWanted(request.board, boardRef) &&
        isWanted(request.domain, domainRef) &&
        isWanted(request.quarter, quarter) &&
        isWanted(request.state, state),
    );
    return forwardPageOf(
      [...found].sort((a, b) => a.dueAt - b.dueAt),
      request,
    );
  }

  open({ entityRef, reason }: NewAudit): RecordedAudit {
    const isOpen = this.#records
      .all()
      .some(
        audit =>
          audit.entityRef === entityRef &&
          ['rating', 'comparing'].includes(audit.state),
      );
    this.#records.require(!isOpen, 'An audit of the entity is open already');
    const { id, ...opened } = createAudit({
      ...{ entityRef, reason, cause: 'asked', openedBy: FAKE_USER },
      openedAt: this.#now(),
    });
    return this.#records.add(opened);
  }

  /** @throws ConflictError where the caller is on no side, or their side has rated */
  rate(id: string, { note, ratings }: NewAuditRating): RecordedAudit {
    const audit = this.#records.get(id);
    const { rate: side } = audit.may;
    if (side === undefined) {
      throw conflict('You may not rate, or your side has rated already');
    }
    const rating = { ratedBy: FAKE_USER, ratedAt: this.#now(), ratings, note };
    const team = side === 'team' ? rating : audit.team;
    const board = side === 'board' ? rating : audit.board;
    const isBoth = team !== undefined && board !== undefined;
    return shown(
      this.#records.change(id, {
        ...{ board, team, rated: [...audit.rated, side] },
        may: { agree: isBoth },
        ...(isBoth && {
          state: 'comparing',
          comparison: createAuditComparison(team, board),
        }),
      }),
    );
  }

  /** What is recommended is that of the story. */
  rateAllAsRecommended(ids: string[], note?: string): AuditRatingsResponse {
    const areas = rights(this.#now());
    const ratings = Object.fromEntries(
      areas.map(({ area, recommended }) => [area, recommended]),
    );
    return {
      results: ids.map(id => {
        try {
          const audit = this.rate(id, { note, ratings });
          return { id, status: 'accepted', audit };
        } catch (error) {
          return { id, status: 'refused', error: (error as Error).message };
        }
      }),
    };
  }

  agree(id: string, agreement: AuditAgreement): RecordedAudit {
    const { entityRef, may } = this.#records.get(id);
    const { actions, agreed, followUpAt, summary } = agreement;
    this.#records.require(may.agree, 'You may not record the agreement');
    const agreedAudit = this.#records.change(id, {
      ...{ state: 'agreed', agreed, summary, actions },
      agreedAt: this.#now(),
      agreedBy: FAKE_USER,
      may: { agree: false },
    });
    if (followUpAt === undefined) return agreedAudit;
    const { id: _, ...followUp } = createAudit({
      ...{ entityRef, cause: 'follow-up', predecessorId: id },
      openedAt: followUpAt,
    });
    return this.#records.change(id, {
      followUpId: this.#records.add(followUp).id,
    });
  }
}

function shown(audit: RecordedAudit): RecordedAudit {
  const { board, rated, team } = audit;
  if (rated.length > 1) return audit;
  const own = (rating?: AuditRating) =>
    rating?.ratedBy === FAKE_USER ? rating : undefined;
  return { ...audit, team: own(team), board: own(board) };
}
