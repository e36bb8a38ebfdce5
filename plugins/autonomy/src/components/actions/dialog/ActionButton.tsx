import { useState, type ReactElement } from 'react';
import { LinkButton } from '../../LinkButton';

export interface ActionButtonProps {
  label: string;
  /** The same with what it is about: there are many alike on a page. */
  name: string;
  dialog: (close: () => void) => ReactElement;
}

/** Opens the dialog of an action. */
export function ActionButton({ label, name, dialog }: ActionButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <LinkButton aria-label={name} onClick={() => setOpen(true)}>
        {label}
      </LinkButton>
      {open && dialog(() => setOpen(false))}
    </>
  );
}
