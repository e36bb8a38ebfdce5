import {
  AUTONOMY_POLICY_TOPIC,
  autonomyEntityChannel,
  autonomyTopicOf,
  type AutonomyEntitySignal,
  type AutonomyEventPayload,
  type AutonomyPolicyEventPayload,
  type EvaluationEvent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Announcement } from './Announcement';
import type { PolicyAnnouncement } from './PolicyAnnouncement';

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
  deliveriesOf(announcement: Announcement | PolicyAnnouncement): Delivery[] {
    if ('policyChange' in announcement) {
      return [this.#policyDelivery(announcement)];
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

  #policyDelivery({ policyChange }: PolicyAnnouncement): Delivery {
    const eventPayload: AutonomyPolicyEventPayload = {
      version: 1,
      ...policyChange,
    };
    return {
      key: 'event/0',
      channel: 'events',
      send: () =>
        this.#events.publish({ topic: AUTONOMY_POLICY_TOPIC, eventPayload }),
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
