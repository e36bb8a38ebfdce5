import Ajv from 'ajv/dist/2020';
import { spec } from '../schema/openapi/generated/router';

// Formats and ranges of what is sent are tested elsewhere.
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(spec as object, 'spec');

/** Where the document describes an answer in JSON. */
export function schemaOf(method: string, path: string, status: number): string {
  const { responses } = (spec.paths as any)[path][method];
  const key = status in responses ? String(status) : 'default';
  const at = ['paths', path, method, 'responses', key];
  const root = responses[key].$ref
    ? responses[key].$ref.slice(1)
    : `/${at.map(part => part.replaceAll('/', '~1')).join('/')}`;
  return encodeURI(`spec#${root}/content/application~1json/schema`);
}

/** How a value differs from what a schema of the document says. */
export function mistakesIn($ref: string, value: unknown): unknown[] {
  ajv.validate({ $ref }, value);
  return ajv.errors ?? [];
}

/** How the document and an answer differ; the status is part of it. */
export function compareAnswer(
  method: string,
  path: string,
  answer: { status: number; body: unknown },
) {
  const $ref = schemaOf(method, path, answer.status);
  return { status: answer.status, mistakes: mistakesIn($ref, answer.body) };
}

/** Every documented operation, as `get /entities`. */
export function documentedOperations(): {
  operation: string;
  tags: readonly string[];
}[] {
  return Object.entries(spec.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { tags }]) => ({
      operation: `${method} ${path}`,
      tags,
    })),
  );
}
