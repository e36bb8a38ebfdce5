import type { Objective } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useRollUpStyles } from '../styles';
import { ObjectiveDialog } from './ObjectiveDialog';
import { useMaySetObjective } from './useMaySetObjective';

export interface SetObjectiveProps {
  domain: Entity;
  objective?: Objective;
  onSet: () => void;
}

/** Lets the board say what its domain aims at; nobody else is offered it. */
export function SetObjective({ domain, objective, onSet }: SetObjectiveProps) {
  const classes = useRollUpStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  if (!useMaySetObjective(domain)) {
    return null;
  }
  return (
    <div className={classes.above}>
      <Button size="small" variant="outlined" onClick={() => setIsOpen(true)}>
        {t(objective ? 'objective.change' : 'objective.set')}
      </Button>
      {isOpen && (
        <ObjectiveDialog
          domain={domain}
          objective={objective}
          onClose={() => setIsOpen(false)}
          onDone={onSet}
        />
      )}
    </div>
  );
}
