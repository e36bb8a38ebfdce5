import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useMistakes, WordsField } from '../../actions/dialog';
import { DomainField } from './DomainField';
import { nameOf, newOverlayText } from './newTexts';
import type { NewDocumentDialogProps } from './NewScorecardDialog';
import { useBeginDraft } from './useBeginDraft';
import { useNameMistake } from './useNameMistake';

/** Asks for which domain a new overlay is, and begins its draft. */
export function NewOverlayDialog(props: NewDocumentDialogProps) {
  const { documents, onClose } = props;
  const begin = useBeginDraft();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [domain, setDomain] = useState<{ ref: string; title: string }>();
  const [ownName, setOwnName] = useState<string>();
  const name =
    ownName ?? (domain ? nameOf(parseEntityRef(domain.ref).name) : '');
  const mistakeOf = useNameMistake(documents);
  const mistakes = useMistakes({
    domain: domain ? undefined : t('beginPolicy.required'),
    name: mistakeOf({ kind: 'overlay', name }),
  });
  return (
    <ActionDialog
      title={t('beginPolicy.overlay')}
      submit={t('beginPolicy.begin')}
      onSubmit={() =>
        mistakes.pass() && domain
          ? begin({
              yaml: newOverlayText({
                name,
                title: domain.title,
                domain: domain.ref,
              }),
            })
          : undefined
      }
      onClose={onClose}
    >
      <Typography variant="body2">{t('beginPolicy.overlayText')}</Typography>
      <DomainField
        value={domain?.ref}
        mistake={mistakes.shown.domain}
        onChange={setDomain}
      />
      <WordsField
        required
        label={t('beginPolicy.name')}
        help={t('beginPolicy.nameHelp')}
        longest={63}
        value={name}
        mistake={mistakes.shown.name}
        onChange={setOwnName}
      />
    </ActionDialog>
  );
}
