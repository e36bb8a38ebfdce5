import type { ReactNode } from 'react';
import { Waiting } from '../ScorecardsPage/Waiting';
import { FailureMessage } from '../StateMessage';

export interface AnswerProps<T> {
  /** Of a request; its value stays while it is asked again. */
  state: { value?: T; error?: Error; loading: boolean; retry: () => void };
  /** What is being loaded, in words. */
  label: string;
  children: (value: T) => ReactNode;
}

/** What was asked for, or why it is not there. */
export function Answer<T>({ children, label, state }: AnswerProps<T>) {
  const { error, loading, retry, value } = state;
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  return value === undefined ? (
    <Waiting label={label} />
  ) : (
    <>{children(value)}</>
  );
}
