import Button from '@material-ui/core/Button';
import { useState, type ReactElement, type ReactNode } from 'react';

export interface DialogButtonProps {
  label: string;
  icon?: ReactNode;
  dialog: (close: () => void) => ReactElement;
}

/** Opens a dialog. */
export function DialogButton({ dialog, icon, label }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={icon}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && dialog(() => setOpen(false))}
    </>
  );
}
