import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { policyJsonSchema } from '.';

const PACKAGE = resolve(__dirname, '../..');
const FILE = join(PACKAGE, 'schema/aligned-autonomy.v1.schema.json');
const DEFAULTS = join(PACKAGE, 'defaults');

describe('policyJsonSchema', () => {
  const schema = policyJsonSchema();
  const accepts = (text: string) =>
    z
      .fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
      .safeParse(parseAllDocuments(text)[0].toJS()).success;

  it('is the file that the package ships (to write it again, run this test with UPDATE_SCHEMA=1)', () => {
    if (process.env.UPDATE_SCHEMA) {
      writeFileSync(FILE, `${JSON.stringify(schema, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(schema);
  });

  it.each(readdirSync(DEFAULTS))('accepts the built-in %s', file => {
    expect(accepts(readFileSync(join(DEFAULTS, file), 'utf8'))).toBe(true);
  });

  const policy = (spec: string) =>
    `{ apiVersion: aligned-autonomy/v1, kind: Policy, metadata: { name: a }, spec: ${spec} }`;
  const overlay = (spec: string, domain = 'domain:default/payments') =>
    `{ apiVersion: aligned-autonomy/v1, kind: Overlay, metadata: { name: a, domain: '${domain}' }, spec: ${spec} }`;

  it.each([
    policy('{ levels: [{ level: 3, minReadiness: 70 }] }'),
    policy('{ guardrails: { grace: { low: PT12H } } }'),
    policy('{ governance: { rules: { promotion: { quorum: 3 } } } }'),
    overlay('{ checks: [{ id: tracing, passAt: 1 }] }'),
    overlay('{ governance: { rules: { promotion: { quorum: 3 } } } }'),
    '{ apiVersion: aligned-autonomy/v1, kind: Scorecard, metadata: { name: a, disabled: true } }',
  ])('accepts %s, which sets only what differs', text => {
    expect(accepts(text)).toBe(true);
  });

  it.each([
    policy('{ levels: [{ minReadiness: 70 }] }'),
    policy('{ guardrails: { grace: { low: P1M } } }'),
    policy('{ gardrails: {} }'),
    policy('{ governance: { rules: { promotion: { quorum: 0 } } } }'),
    overlay('{ governance: { rules: { bypass: { lapsesAfter: P1D } } } }'),
    overlay('{ checks: [{ id: tracing, weight: 3 }] }'),
    overlay('{}', 'payments'),
    '{ kind: Policy }',
  ])('refuses %s', text => {
    expect(accepts(text)).toBe(false);
  });
});
