import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { autonomyTranslationRef } from '../../../translation';
import { listAt } from '../document/address';
import { useEditing } from '../document/Editing';
import type { BaseCheck } from '../inForce/inForce';
import { TightenedCheck } from './TightenedCheck';

const LIST = ['spec', 'checks'];

/** The checks of the base that are stricter here; others can be added. */
export function TightenedChecks() {
  const { document, inForce, insert, isReadOnly, remove } = useEditing();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const ids = listAt(document, LIST).map(({ id }) => String(id));
  return (
    <>
      {ids.map((id, index) => {
        const base = inForce.checks.find(check => check.id === id);
        const title = base?.title ?? id;
        return (
          <section key={`${id} ${index}`} aria-label={title}>
            <Typography variant="body2" component="h4">
              <strong>{title}</strong>{' '}
              <Button
                size="small"
                disabled={isReadOnly}
                aria-label={t('overlayForm.removeCheck', { title })}
                onClick={() => remove(LIST, index)}
              >
                {t('overlayForm.remove')}
              </Button>
            </Typography>
            {base ? (
              <TightenedCheck index={index} base={base} />
            ) : (
              <Typography variant="body2" color="textSecondary">
                {t('overlayForm.unknownCheck')}
              </Typography>
            )}
          </section>
        );
      })}
      <Autocomplete<BaseCheck>
        // It is for adding: what was chosen is shown above.
        key={ids.length}
        size="small"
        disabled={isReadOnly}
        options={inForce.checks.filter(({ id }) => !ids.includes(id))}
        groupBy={({ role }) => t(`editorRoleName.${role}`)}
        getOptionLabel={({ title }) => title}
        onChange={(_, base) =>
          base && insert(LIST, ids.length, { id: base.id })
        }
        renderInput={params => (
          <TextField
            {...params}
            label={t('overlayForm.addCheck')}
            variant="outlined"
            margin="dense"
          />
        )}
      />
    </>
  );
}
