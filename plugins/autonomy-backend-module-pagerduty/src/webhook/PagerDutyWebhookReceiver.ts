import {
  matchesDigest,
  type WebhookIdentity,
  type WebhookReceiver,
  type WebhookRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { AuthenticationError } from '@backstage/errors';
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { parseBody } from '../parseBody';
import { readSignatures } from './readSignatures';

const SIGNATURE_HEADER = 'x-pagerduty-signature';

const identifiedSchema = z.object({
  event: z.object({ id: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u) }),
});

/**
 * Knows PagerDuty by the signature of a v3 webhook: HMAC-SHA256 of the bytes that were sent, by any of
 * the secrets.
 *
 * @remarks
 *
 * The signature holds no time, so that an old request cannot be told from a new one. It is remembered by
 * the id of its event instead, which is the same for every attempt to deliver it.
 *
 * @internal
 */
export class PagerDutyWebhookReceiver implements WebhookReceiver {
  readonly #secrets: readonly string[];

  static create(options: {
    secrets: readonly string[];
  }): PagerDutyWebhookReceiver {
    return new PagerDutyWebhookReceiver(options.secrets);
  }

  private constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  authenticate({ body, headers }: WebhookRequest): WebhookIdentity {
    const signatures = readSignatures(headers[SIGNATURE_HEADER]);
    // Every signature is compared with every secret, so that time tells nothing about which one is right.
    const matches = this.#secrets.flatMap(secret => {
      const expected = createHmac('sha256', secret).update(body).digest();
      return signatures.filter(found => matchesDigest(found, expected));
    });
    if (matches.length === 0) {
      throw new AuthenticationError('No valid signature');
    }
    return { deliveryId: deliveryIdOf(body) };
  }
}

function deliveryIdOf(body: Buffer): string {
  try {
    return identifiedSchema.parse(parseBody(body)).event.id;
  } catch {
    return `body:${createHash('sha256').update(body).digest('hex')}`;
  }
}
