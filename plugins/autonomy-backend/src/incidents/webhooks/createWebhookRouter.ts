import type {
  WebhookReceiver,
  WebhookRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import express, { type RequestHandler } from 'express';
import Router from 'express-promise-router';
import type { Clock } from '../../database';
import type { InboxAcceptor } from '../inbox';
import { auditFailure } from '../../http/audited';
import { Throttle } from '../../http/throttle';

/** Twice what the largest sender ever sends. */
const BODY_LIMIT = '512kb';
const RETRY_AFTER_SECONDS = '5';
/** Whoever cannot authenticate can write that many lines into the audit log, and no more. */
const AUDITED_REFUSALS = { burst: 20, perSecond: 0.2 };
/** What a sender did wrong. */
const REFUSALS = ['AuthenticationError', 'ConflictError'];
/** What is no fault of the sender. */
const COME_AGAIN = ['OverloadError', 'ServiceUnavailableError'];

/**
 * A source that may send.
 *
 * @internal
 */
export interface WebhookSource {
  id: string;
  webhook: WebhookReceiver;
}

/**
 * @internal
 */
export interface WebhookRouterOptions {
  acceptor: InboxAcceptor;
  auditor: AuditorService;
  /** Asked for every request. */
  clock: Clock;
  sources: readonly WebhookSource[];
}

/**
 * The address of a source. Nothing may ever be mounted below it: it is open to whoever can reach
 * the backend, and the source authenticates by itself.
 *
 * @internal
 */
export const webhookPath = (sourceId: string) => `/v1/webhooks/${sourceId}`;

// Compressed bytes are not what was signed, and could become any number of them.
const readBytes = express.raw({
  type: () => true,
  limit: BODY_LIMIT,
  inflate: false,
});

/**
 * Where sources deliver. It comes before the routes that parse JSON, because what is signed is the bytes.
 *
 * @remarks
 *
 * 202 is answered when the delivery is committed, also where it was before. What is authentic and makes no
 * sense is accepted too, and set aside: senders take a refusal for a broken receiver and switch themselves
 * off. 401: not authentic; 409: the delivery id came with another body; 413 and 415: too large, or
 * compressed; 429: too much at once; 503: it could not be stored. After the last two the sender should
 * come again.
 *
 * @internal
 */
export function createWebhookRouter(
  options: WebhookRouterOptions,
): express.Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const source of options.sources) {
    router.post(webhookPath(source.id), readBytes, receive(source, options));
  }
  // Whoever is let in without credentials gets no further than to the sources.
  router.use(/^\/v1\/webhooks\//i, () => {
    throw new NotFoundError('There is no such source');
  });
  return router as unknown as express.Router;
}

function receive(
  source: WebhookSource,
  { acceptor, auditor, clock }: WebhookRouterOptions,
): RequestHandler {
  const throttle = Throttle.create(AUDITED_REFUSALS);
  return async (req, res) => {
    try {
      const request: WebhookRequest = {
        headers: req.headers,
        // Where nothing was sent there are no bytes.
        body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
        receivedAt: await timeOf(clock),
      };
      const { deliveryId } = source.webhook.authenticate(request);
      const { body, receivedAt } = request;
      const status = await acceptor.accept({
        source: source.id,
        deliveryId,
        body,
        receivedAt,
      });
      res.status(202).json({ status });
    } catch (error) {
      const { name } = toError(error);
      if (COME_AGAIN.includes(name)) {
        res.set('retry-after', RETRY_AFTER_SECONDS);
      }
      if (REFUSALS.includes(name) && throttle.take()) {
        await auditFailure(
          auditor,
          {
            eventId: 'webhook-receive',
            request: req,
            meta: { source: source.id },
          },
          toError(error),
        );
      }
      throw error;
    }
  };
}

async function timeOf(clock: Clock): Promise<number> {
  try {
    return await clock.now();
  } catch {
    throw new ServiceUnavailableError('The database does not answer');
  }
}
