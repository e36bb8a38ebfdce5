import { isObject } from '../isObject';
import { readInstant } from './instants';
import type { FieldType } from './kinds';

/** Clocks of reporters may run ahead by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

interface Check {
  /** What is expected, in words. */
  expected: string;
  /** @param now - UTC milliseconds */
  holds(value: unknown, now: number): boolean;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && /\S/.test(value);
const isLike = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value);
const isEntityRef = isLike(/^[^:/\s]+:(?:[^:/\s]+\/)?[^:/\s]+$/);

const CHECKS: Record<Extract<FieldType, string>, Check> = {
  actions: {
    expected: 'a list of actions with a title each',
    holds: value =>
      Array.isArray(value) &&
      value.every(action => isObject(action) && 'title' in action),
  },
  boolean: {
    expected: 'true or false',
    holds: value => typeof value === 'boolean',
  },
  cause: {
    expected:
      'an entity ref such as component:default/payments-api, or external',
    holds: value => value === 'external' || isEntityRef(value),
  },
  duration: {
    expected: 'an ISO 8601 duration such as P1D',
    holds: isLike(/^P(?=.)(\d+[YMWD])*(T(\d+[HMS])+)?$/),
  },
  entityRef: {
    expected: 'an entity ref such as component:default/payments-api',
    holds: isEntityRef,
  },
  entityRefs: {
    expected: 'a list of entity refs',
    holds: value => Array.isArray(value) && value.every(isEntityRef),
  },
  instant: {
    expected: 'an ISO 8601 instant with zone such as 2026-01-31T09:30:00Z',
    holds: value => readInstant(value) !== undefined,
  },
  object: { expected: 'an object', holds: isObject },
  past: {
    expected:
      'an ISO 8601 instant with zone such as 2026-01-31T09:30:00Z that is not in the future',
    holds: (value, now) =>
      (readInstant(value) ?? Infinity) <= now + CLOCK_TOLERANCE_MS,
  },
  text: { expected: 'a text that is not empty', holds: isText },
  texts: {
    expected: 'a list of texts',
    holds: value => Array.isArray(value) && value.every(isText),
  },
  url: {
    expected: 'an http or https URL',
    holds: value =>
      isLike(/^https?:\/\/\S+$/i)(value) && URL.canParse(value as string),
  },
};

/**
 * @internal
 */
export function checkOf(type: FieldType): Check {
  return typeof type === 'string'
    ? CHECKS[type]
    : {
        expected: `one of ${type.join(', ')}`,
        holds: value => type.includes(value as string),
      };
}
