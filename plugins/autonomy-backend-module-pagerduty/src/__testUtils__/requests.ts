import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(__dirname, '..', '__fixtures__');

/** Names of all fixtures. */
export const fixtureNames: readonly string[] = readdirSync(FIXTURES)
  .filter(file => file.endsWith('.json'))
  .map(file => file.slice(0, -'.json'.length));

/** The body of a webhook as PagerDuty sends it. */
export function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, `${name}.json`));
}

/** A fixture with other values, as a body. */
export function changed(
  name: string,
  change: (event: Record<string, any>) => void,
): Buffer {
  const payload = JSON.parse(fixture(name).toString());
  change(payload.event);
  return Buffer.from(JSON.stringify(payload));
}

/** One signature of a body, as it stands in the header. */
export function signature(body: Buffer, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
