import type { Brief } from '#shared/handover/brief';
import { briefDocument } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { SaveDocumentMenu } from '../../../components/SaveDocumentMenu';
import { countText, dateText } from '../../../components/text-of';
import classes from './BriefTab.module.css';
import { usePrinted } from './use-printed';
import { t } from '#shared/values/texts';

/** How long the brief takes, and the way to take it along on paper. */
export function BriefTools({ deal, brief }: { readonly deal: Deal; readonly brief: Brief }) {
  const printed = usePrinted(deal);
  return (
    <header className={classes.tools}>
      <p className={classes.length}>
        {brief.minutes === 1 ? t('A minute to read') : t('{{minutes}} minutes to read', { minutes: brief.minutes })}
        {` · ${countText(brief.words, 'word', 'words')}`}
        {deal.briefStartedAt
          ? t(' · opened with the signature, {{briefStartedAt}}', { briefStartedAt: dateText(deal.briefStartedAt) })
          : t(' · written from the record')}
      </p>
      <SaveDocumentMenu
        label={t('Save the brief')}
        source={async () => briefDocument(await printed())}
        name={t('{{name}} brief', { name: deal.name })}
      />
    </header>
  );
}
