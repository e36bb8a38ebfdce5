import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useDetailsStyles } from './styles';
import { TrustTable, type TrustTableProps } from './TrustTable';

/** The trust of one area as an account, under its heading. */
export function TrustAccount(props: TrustTableProps) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <h3 className={classes.heading}>
        {t('trust.heading', { area: props.area })}
      </h3>
      <TrustTable {...props} />
    </>
  );
}
