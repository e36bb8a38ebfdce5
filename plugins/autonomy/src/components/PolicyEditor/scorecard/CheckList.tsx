import type {
  FieldPath,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { listAt } from '../document/address';
import { useEditing } from '../document/Editing';
import { CheckItem } from './CheckItem';
import { newCheck } from './newCheck';
import { useItemKeys } from './useItemKeys';

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0, 0, 1), padding: 0, listStyle: 'none' },
  }),
  { name: 'AutonomyCheckList' },
);

export interface CheckListProps {
  /** Where the list stands. */
  list: FieldPath;
  role: ScorecardRole;
  label: string;
}

/** Checks to be opened, moved, copied, added and taken away. */
export function CheckList({ label, list, role }: CheckListProps) {
  const classes = useStyles();
  const { document, insert, isReadOnly, move, remove } = useEditing();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [added, setAdded] = useState<number>();
  const checks = listAt(document, list);
  const items = useItemKeys(checks.length);

  function add(index: number, check: JsonObject) {
    setAdded(items.insert(index));
    insert(list, index, check);
  }

  function place(from: number, to: number) {
    items.move(from, to);
    move(list, from, to);
  }
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {checks.map((check, index) => (
          <CheckItem
            key={items.keys[index]}
            address={[...list, index]}
            check={check}
            role={role}
            isOpen={items.keys[index] === added}
            tools={{
              // An id is unique among all checks.
              onDuplicate: () =>
                add(index + 1, { ...check, id: `${check.id}-copy` }),
              onMoveUp: index > 0 ? () => place(index, index - 1) : undefined,
              onMoveDown:
                index < checks.length - 1
                  ? () => place(index, index + 1)
                  : undefined,
              // A scorecard without a check is none.
              onRemove:
                checks.length > 1
                  ? () => {
                      items.remove(index);
                      remove(list, index);
                    }
                  : undefined,
            }}
          />
        ))}
      </ul>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RiAddLine size={16} aria-hidden />}
        disabled={isReadOnly}
        onClick={() =>
          add(checks.length, newCheck(checks, role, t('editorForm.newCheck')))
        }
      >
        {t('editorForm.addCheck')}
      </Button>
    </>
  );
}
