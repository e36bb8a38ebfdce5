import { createHmac, randomBytes } from 'node:crypto';

/** A secret as a sender of Standard Webhooks has it. */
export function webhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** Headers with which a body is authentic. */
export function signWebhook(
  body: string | Buffer,
  options: { id: string; secret: string; at?: number },
): Record<string, string> {
  const { at = Date.now(), id, secret } = options;
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac(
    'sha256',
    Buffer.from(secret.slice('whsec_'.length), 'base64'),
  )
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
