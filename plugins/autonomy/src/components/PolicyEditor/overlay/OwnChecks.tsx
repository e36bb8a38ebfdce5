import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { RiAddLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { listAt } from '../document/address';
import { useEditing } from '../document/Editing';
import { FilterInput } from '../fields/FilterInput';
import { FormSection } from '../fields/FormSection';
import { ApplicabilityNote } from '../scorecard/Applicability';
import { CheckList } from '../scorecard/CheckList';
import { newCheck } from '../scorecard/newCheck';
import { ROLES } from '../scorecard/ScorecardForm';

const LIST = ['spec', 'add'];

const useStyles = makeStyles(
  theme => ({
    tools: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomyOwnChecks' },
);

/** The checks that the domain adds, by role. */
export function OwnChecks() {
  const classes = useStyles();
  const { document, insert, isReadOnly } = useEditing();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const groups = listAt(document, LIST);
  const add = (role: ScorecardRole) =>
    insert(LIST, groups.length, {
      role,
      checks: [newCheck([], role, t('editorForm.newCheck'))],
    });
  return (
    <>
      {groups.map((group, index) => {
        const role = ROLES.find(each => each === group.role);
        return (
          role && (
            <FormSection key={index} title={t(`editorRoleName.${role}`)}>
              <FilterInput
                address={[...LIST, index, 'filter']}
                label={t('editorForm.filter')}
                help={t('editorForm.filterHelp')}
              >
                <ApplicabilityNote />
              </FilterInput>
              <CheckList
                list={[...LIST, index, 'checks']}
                role={role}
                label={t(`editorRoleName.${role}`)}
              />
            </FormSection>
          )
        );
      })}
      <div className={classes.tools}>
        {ROLES.filter(role => !groups.some(group => group.role === role)).map(
          role => (
            <Button
              key={role}
              size="small"
              variant="outlined"
              startIcon={<RiAddLine size={16} aria-hidden />}
              disabled={isReadOnly}
              onClick={() => add(role)}
            >
              {t('overlayForm.addRole', { role: t(`editorRoleName.${role}`) })}
            </Button>
          ),
        )}
      </div>
    </>
  );
}
