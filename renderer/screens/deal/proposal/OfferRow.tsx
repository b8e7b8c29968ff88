import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { withdrawDiscount } from '#shared/proposal/discount';
import { editOffer, leaveOut } from '#shared/proposal/lifecycle';
import { lineTitle, offeredAs, type OfferedAs } from '#shared/proposal/offer-line';
import type { EntryId } from '#shared/ledger/entry';
import type { Proposal, ProposalLine } from '#shared/records/registry';
import { minorDigits } from '#shared/values/money';
import { ClashMark } from '../../../components/ClashMark';
import { minorUnits } from '../../../components/currencies';
import { FieldEditor } from '../../../components/FieldEditor';
import { moneyText, numberText } from '../../../components/text-of';
import { tracePath } from '../../../components/record-path';
import { TraceLink } from '../../../components/TraceLink';
import { UnsentMark } from '../../../components/UnsentMark';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { DiscountMark } from './DiscountMark';
import { OfferNumber } from './OfferNumber';
import classes from './Offer.module.css';
import { t } from '#shared/values/texts';

interface OfferRowProps {
  readonly proposal: Proposal;
  readonly line: ProposalLine;
  /** What a price that nobody has given yet is in. */
  readonly currency: string;
  readonly editable: boolean;
}

/** One line of an offer: what it says, hours, price. */
export function OfferRow({ proposal, line, currency, editable }: OfferRowProps) {
  const as = offeredAs(line);
  const title = useLive((records) => lineTitle(records, line), [line]);
  return (
    <li className={classes.line} id={line.id} data-as={as}>
      <div className={classes.text}>
        {editable && as !== 'discount' ? (
          <FieldEditor type="proposalLine" id={line.id} field="text" variant="bare" label={t('Text of {{title}}', { title })} />
        ) : (
          <Words line={line} />
        )}
        {as === 'discount' ? <DiscountMark proposal={proposal} line={line} /> : null}
        {as === 'option' && line.chosen ? <span className={classes.chip}>{t('Chosen by the client')}</span> : null}
      </div>
      <Hours proposal={proposal} line={line} title={title} editable={editable} />
      <Price proposal={proposal} line={line} title={title} currency={currency} editable={editable} />
      {editable ? (
        <LineMenu proposal={proposal} line={line} title={title} />
      ) : (
        <TraceLink deal={proposal.deal} id={line.id} look="icon" name={title} />
      )}
    </li>
  );
}

function Words({ line }: { readonly line: ProposalLine }) {
  return (
    <p className={classes.said}>
      {line.text} <ClashMark record={line.id} field="text" /> <UnsentMark record={line.id} />
    </p>
  );
}

interface CellProps extends Omit<OfferRowProps, 'currency'> {
  readonly title: string;
}

/** Writes one number of a line over what the person had in view. */
function useLineEdit(proposal: Proposal, line: ProposalLine, field: 'hours' | 'price') {
  const { records } = useWorkspace();
  const commit = useCommit();
  const saw = useRef<readonly EntryId[]>([]);
  return {
    begin: () => void (saw.current = records.heads(line.id, field)),
    save: (values: Parameters<typeof editOffer>[2]) => void commit(editOffer(proposal, line, values, { [field]: saw.current })),
  };
}

function Hours({ proposal, line, title, editable }: CellProps) {
  const { begin, save } = useLineEdit(proposal, line, 'hours');
  if (offeredAs(line) === 'discount') return <span />;
  return (
    <span className={classes.cell}>
      <ClashMark record={line.id} field="hours" variant="icon" />
      <OfferNumber
        label={t('Hours of {{title}}', { title })}
        value={line.hours}
        shown={line.hours === undefined ? undefined : `${numberText(line.hours)} h`}
        decimals={2}
        editable={editable}
        onBegin={begin}
        onSave={(hours) => save({ hours })}
      />
    </span>
  );
}

function Price({ proposal, line, title, currency, editable }: CellProps & { readonly currency: string }) {
  const { begin, save } = useLineEdit(proposal, line, 'price');
  const as = offeredAs(line);
  if (as === 'courtesy') return <span className={classes.number}>{t('no charge')}</span>;
  const code = line.price?.currency ?? currency;
  return (
    <span className={classes.cell}>
      <ClashMark record={line.id} field="price" variant="icon" />
      <OfferNumber
        label={t('Price of {{title}}', { title })}
        value={line.price && line.price.amount / minorUnits(code)}
        shown={line.price && moneyText(line.price)}
        decimals={minorDigits(code)}
        editable={editable && as !== 'discount'}
        onBegin={begin}
        onSave={(major) => save({ price: major === null ? null : { amount: Math.round(major * minorUnits(code)), currency: code } })}
      />
    </span>
  );
}

const OTHERWISE: readonly { readonly as: OfferedAs; readonly label: string }[] = [
  { as: 'work', label: t('Offer as work') },
  { as: 'option', label: t('Offer as an option') },
  { as: 'courtesy', label: t('Offer for nothing') },
];

function LineMenu({ proposal, line, title }: Omit<CellProps, 'editable'>) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const as = offeredAs(line);
  const isDiscount = as === 'discount';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={26} variant="subtle" color="gray" aria-label={t('More for {{title}}', { title })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isDiscount
          ? null
          : OTHERWISE.filter((other) => other.as !== as).map((other) => (
              <Menu.Item key={other.as} onClick={() => void commit(editOffer(proposal, line, { offeredAs: other.as, chosen: null }))}>
                {other.label}
              </Menu.Item>
            ))}
        <Menu.Item component={Link} to={tracePath(proposal.deal, line.id)}>
          {t('Trace')}
        </Menu.Item>
        <Menu.Item onClick={() => void commit(isDiscount ? withdrawDiscount(records, proposal, line) : leaveOut(proposal, line))}>
          {isDiscount ? t('Take it out') : t('Leave it out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
