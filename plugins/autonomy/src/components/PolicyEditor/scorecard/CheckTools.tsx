import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useEditing } from '../document/Editing';

export interface CheckToolsProps {
  title: string;
  onDuplicate: () => void;
  /** Absent where it is the first. */
  onMoveUp?: () => void;
  /** Absent where it is the last. */
  onMoveDown?: () => void;
  /** Absent where it has to stay. */
  onRemove?: () => void;
}

/** What can be done with a check as a whole. */
export function CheckTools(props: CheckToolsProps) {
  const { title } = props;
  const { isReadOnly } = useEditing();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const ref = useRef<HTMLDivElement>(null);
  const used = useRef<number>();

  // A check that is moved takes the focus of whoever moves it along.
  useEffect(() => {
    const buttons = ref.current?.querySelectorAll('button') ?? [];
    const button = used.current === undefined ? null : buttons[used.current];
    used.current = undefined;
    if (button && document.activeElement === document.body) {
      (button.disabled ? buttons[0] : button).focus();
    }
  });

  const tools = [
    {
      label: t('editorForm.duplicate', { title }),
      Icon: RiFileCopyLine,
      use: props.onDuplicate,
    },
    {
      label: t('editorForm.moveUp', { title }),
      Icon: RiArrowUpLine,
      use: props.onMoveUp,
    },
    {
      label: t('editorForm.moveDown', { title }),
      Icon: RiArrowDownLine,
      use: props.onMoveDown,
    },
    {
      label: t('editorForm.remove', { title }),
      Icon: RiDeleteBinLine,
      use: props.onRemove,
    },
  ];
  return (
    <div ref={ref}>
      {tools.map(({ Icon, label, use }, index) => (
        <IconButton
          key={label}
          size="small"
          aria-label={label}
          title={label}
          disabled={isReadOnly || !use}
          onClick={() => {
            used.current = index;
            use?.();
          }}
        >
          <Icon size={16} aria-hidden />
        </IconButton>
      ))}
    </div>
  );
}
