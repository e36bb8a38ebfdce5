import type { ReactNode } from 'react';
import { FailureMessage } from '../StateMessage';
import { Waiting } from './Waiting';

export interface AnswerProps<T> {
  /** Of a request; its value stays while it is asked again. */
  state: { value?: T; error?: Error; loading: boolean; retry: () => void };
  /** How tall the answer will be. */
  lines: number;
  children: (value: T) => ReactNode;
}

/** What was asked for, or why it is not there. Each part of the card waits for its own answer only. */
export function Answer<T>({ state, lines, children }: AnswerProps<T>) {
  const { value, error, loading, retry } = state;
  if (value !== undefined) {
    return <>{children(value)}</>;
  }
  return error && !loading ? (
    <FailureMessage error={error} onRetry={retry} />
  ) : (
    <Waiting lines={lines} />
  );
}
