import { useEffect, useRef, useState } from 'react';

const PAUSE = 400;

/**
 * A text that is typed here and written into the document once its author pauses or leaves: every change of a large
 * document is read anew.
 */
export function useFieldText(value: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string>();
  const commitRef = useRef(commit);
  commitRef.current = commit;
  const text = typed ?? value;

  function flush() {
    if (typed === undefined) return;
    setTyped(undefined);
    if (typed !== value) commitRef.current(typed);
  }
  const flushRef = useRef(flush);
  flushRef.current = flush;

  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => flushRef.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  // A field that is folded away takes nothing with it.
  useEffect(() => () => flushRef.current(), []);
  return { text, type: setTyped, flush };
}
