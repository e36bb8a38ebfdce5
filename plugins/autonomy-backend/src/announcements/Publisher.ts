import {
  AUTONOMY_BOARD_PROPOSAL_TOPIC,
  AUTONOMY_POLICY_TOPIC,
  autonomyEntityChannel,
  autonomyTopicOf,
  type AutonomyBoardProposalEventPayload,
  type AutonomyEntitySignal,
  type AutonomyEventPayload,
  type AutonomyPolicyEventPayload,
  type EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Announcement } from './Announcement';
import type { PolicyAnnouncement } from './PolicyAnnouncement';
import type { ProposalAnnouncement } from './ProposalAnnouncement';

/**
 * One thing to be told to one service.
 *
 * @internal
 */
export interface Delivery {
  /** Of the announcement; without blanks. */
  key: string;
  channel: 'events' | 'signals';
  send(): Promise<void>;
}

/**
 * Tells plugins by events what changed, and open pages by signals that something did.
 *
 * @internal
 */
export class Publisher {
  readonly #events: Pick<EventsService, 'publish'>;
  readonly #signals: Pick<SignalsService, 'publish'>;

  static create(options: {
    events: Pick<EventsService, 'publish'>;
    signals: Pick<SignalsService, 'publish'>;
  }): Publisher {
    return new Publisher(options);
  }

  private constructor(options: Parameters<typeof Publisher.create>[0]) {
    this.#events = options.events;
    this.#signals = options.signals;
  }

  /** What there is to be told of an announcement, in order. */
  deliveriesOf(
    announcement: Announcement | PolicyAnnouncement | ProposalAnnouncement,
  ): Delivery[] {
    if ('policyChange' in announcement) {
      const { policyChange } = announcement;
      return [this.#delivery(AUTONOMY_POLICY_TOPIC, policyChange)];
    }
    if ('proposal' in announcement) {
      const { proposal } = announcement;
      return [this.#delivery(AUTONOMY_BOARD_PROPOSAL_TOPIC, proposal)];
    }
    return [
      ...announcement.events.map(
        (event, index): Delivery => ({
          key: `event/${index}`,
          channel: 'events',
          send: () =>
            this.#events.publish({
              topic: autonomyTopicOf(event),
              eventPayload: payloadOf(announcement, event, index),
            }),
        }),
      ),
      {
        key: 'signal',
        channel: 'signals',
        send: () => this.#signal(announcement),
      },
    ];
  }

  #delivery(
    topic: string,
    news:
      | Omit<AutonomyBoardProposalEventPayload, 'version'>
      | Omit<AutonomyPolicyEventPayload, 'version'>,
  ): Delivery {
    return {
      key: 'event/0',
      channel: 'events',
      send: () =>
        this.#events.publish({ topic, eventPayload: { version: 1, ...news } }),
    };
  }

  async #signal({ entity, evaluatedAt }: Announcement): Promise<void> {
    await this.#signals.publish<AutonomyEntitySignal>({
      // It says that there is news, and whoever asks for it is asked who they are.
      recipients: { type: 'broadcast' },
      channel: autonomyEntityChannel(entity.entityRef),
      message: { evaluatedAt },
    });
  }
}

function payloadOf(
  { entity, id, policyVersion }: Announcement,
  event: EvaluationEvent,
  index: number,
): AutonomyEventPayload {
  const { boardRef, domainRef, entityRef, ownerRef } = entity;
  return {
    version: 1,
    id: `${id}/${index}`,
    entityRef,
    ...(ownerRef !== undefined && !isPerson(ownerRef) && { ownerRef }),
    ...(boardRef !== undefined && { boardRef }),
    ...(domainRef !== undefined && { domainRef }),
    policyVersion,
    event,
  };
}

function isPerson(ref: string): boolean {
  return /^user:/i.test(ref);
}
