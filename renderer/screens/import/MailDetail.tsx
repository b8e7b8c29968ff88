import { Button, Checkbox, Text } from '@mantine/core';
import type { ContactProposal, DealSuggestion, PlannedMail } from '#shared/exchange/import-plan';
import { type Mailbox, mailboxText } from '#shared/exchange/mail';
import { InstantText } from '../../components/InstantText';
import { MailBody } from '../../components/MailBody';
import { RecordLink } from '../../components/RecordLink';
import { RefPicker } from '../../components/RefPicker';
import type { CheckDetailProps } from './check-detail';
import { offeredContacts, unfiledOfConversation } from './mail-choices';
import classes from './CheckStage.module.css';
import { t } from '#shared/values/texts';

interface MailDetailProps extends CheckDetailProps {
  readonly mail: PlannedMail;
}

/** One message: where it is filed, who of it we know, and what it says. */
export function MailDetail(props: MailDetailProps) {
  const { mail } = props.mail;
  return (
    <>
      {props.row.row.action === 'create' || props.row.row.action === 'update' ? <Filing {...props} /> : null}
      <NewContacts {...props} />
      <section className={classes.part}>
        <dl className={classes.facts}>
          <People label={t('From')} of={mail.from} />
          <People label={t('To')} of={mail.to} />
          <People label={t('Cc')} of={mail.cc} />
          <dt>{t('Sent')}</dt>
          <dd>{mail.at ? <InstantText value={mail.at} /> : t('No date that can be read')}</dd>
          {mail.attachments.length > 0 ? (
            <>
              <dt>{t('Attached')}</dt>
              <dd>{mail.attachments.map(({ name }) => name).join(', ')}</dd>
            </>
          ) : null}
        </dl>
      </section>
      <section className={classes.part}>
        <MailBody text={mail.text} html={mail.html} />
      </section>
    </>
  );
}

function People({ label, of }: { readonly label: string; readonly of: readonly Mailbox[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{of.map(mailboxText).join(', ')}</dd>
    </>
  );
}

/** Nothing is filed by itself: suggestions say why, and a person picks. */
function Filing({ row, rows, mail, choices, onChoose }: MailDetailProps) {
  const chosen = choices.deals[row.file];
  const file = (deal: string): void => onChoose({ deals: { ...choices.deals, [row.file]: deal } });
  const rest = unfiledOfConversation(rows, row, choices);
  const fileAll = (deal: string): void =>
    onChoose({ deals: { ...choices.deals, ...Object.fromEntries(rest.map((other) => [other.file, deal])) } });
  const others = mail.suggestions.filter(({ deal }) => deal !== chosen);
  return (
    <section className={classes.part}>
      <h3>{t('File under a deal')}</h3>
      <RefPicker
        to="deal"
        aria-label={t('Deal')}
        placeholder={t('No deal yet')}
        value={chosen || undefined}
        onChange={(deal) => file(deal ?? '')}
      />
      {others.length > 0 ? (
        <ul className={classes.list} style={{ marginTop: 10 }}>
          {others.map((suggestion) => (
            <Suggested key={suggestion.deal} suggestion={suggestion} onTake={() => file(suggestion.deal)} />
          ))}
        </ul>
      ) : null}
      {chosen && rest.length > 0 ? (
        <Button variant="light" size="compact-sm" mt={10} onClick={() => fileAll(chosen)}>
          {rest.length === 1
            ? t('File the other message of this conversation too')
            : t('File the {{rest}} others of this conversation too', { rest: rest.length })}
        </Button>
      ) : null}
      {!chosen && others.length === 0 ? (
        <Text size="xs" c="dimmed" mt={6}>
          {t('Nothing points to a deal. Unfiled messages wait on the import screen and with their contacts.')}
        </Text>
      ) : null}
    </section>
  );
}

function Suggested({ suggestion, onTake }: { readonly suggestion: DealSuggestion; readonly onTake: () => void }) {
  return (
    <li className={classes.suggestion}>
      <span>
        <RecordLink type="deal" id={suggestion.deal} />
        <br />
        <Text span size="xs" c="dimmed">
          {suggestion.strength === 'weak' ? t('Perhaps: ') : ''}
          {suggestion.reason}
        </Text>
      </span>
      <Button flex="none" size="compact-sm" variant={suggestion.strength === 'strong' ? 'light' : 'default'} onClick={onTake}>
        {t('File here')}
      </Button>
    </li>
  );
}

/** People of the message whom the workspace does not know; they are made only where that is wanted. */
function NewContacts({ mail, choices, onChoose }: MailDetailProps) {
  const offered = offeredContacts(mail, choices);
  if (offered.length === 0) return null;
  const toggle = ({ email }: ContactProposal, make: boolean): void =>
    onChoose({ newContacts: make ? [...choices.newContacts, email] : choices.newContacts.filter((other) => other !== email) });
  return (
    <section className={classes.part}>
      <h3>{t('Not known here yet')}</h3>
      <ul className={classes.list}>
        {offered.map((proposal) => (
          <li key={proposal.email}>
            <Checkbox
              label={t('Make {{value}} a contact', {
                value: proposal.name === proposal.email ? proposal.email : `${proposal.name} (${proposal.email})`,
              })}
              description={proposal.account ? <RecordLink type="account" id={proposal.account} /> : undefined}
              checked={choices.newContacts.includes(proposal.email)}
              onChange={(event) => toggle(proposal, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
