import type { Brief } from '#shared/handover/brief';
import { briefDocument } from '#shared/handover/brief-document';
import type { Deal } from '#shared/records/registry';
import { SaveDocumentMenu } from '../../../components/SaveDocumentMenu';
import { countText, dateText } from '../../../components/text-of';
import classes from './BriefTab.module.css';
import { usePrinted } from './use-printed';

/** How long the brief takes, and the way to take it along on paper. */
export function BriefTools({ deal, brief }: { readonly deal: Deal; readonly brief: Brief }) {
  const printed = usePrinted(deal);
  return (
    <header className={classes.tools}>
      <p className={classes.length}>
        {brief.minutes === 1 ? 'A minute to read' : `${brief.minutes} minutes to read`}
        {` · ${countText(brief.words, 'word', 'words')}`}
        {deal.briefStartedAt ? ` · opened with the signature, ${dateText(deal.briefStartedAt)}` : ' · written from the record'}
      </p>
      <SaveDocumentMenu label="Save the brief" source={async () => briefDocument(await printed())} name={`${deal.name} brief`} />
    </header>
  );
}
