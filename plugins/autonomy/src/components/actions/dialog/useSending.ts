import { useEffect, useRef, useState, type FormEvent } from 'react';
import { isConflict } from './isConflict';
import { messageOf } from './messageOf';

export interface SendingFailure {
  message: string;
  /** Somebody else was quicker. */
  isConflict: boolean;
}

/** Sends a form once at a time and tells how it went. */
export function useSending(
  onSubmit: () => Promise<void> | undefined,
  onSent: () => void,
) {
  const formRef = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<SendingFailure>();
  const [refusals, setRefusals] = useState(0);
  const [sending, setSending] = useState(false);

  // Whoever cannot see the marks is taken to the first of them.
  useEffect(() => {
    if (refusals > 0) {
      formRef.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [refusals]);

  async function send(event: FormEvent) {
    event.preventDefault();
    // A dialog's events reach the forms around it in the tree of components.
    event.stopPropagation();
    if (sending) return;
    const sent = onSubmit();
    if (!sent) {
      setRefusals(count => count + 1);
      return;
    }
    setFailure(undefined);
    setSending(true);
    try {
      await sent;
    } catch (error) {
      setFailure({ message: messageOf(error), isConflict: isConflict(error) });
      setSending(false);
      return;
    }
    onSent();
  }

  return { failure, formRef, send, sending };
}
