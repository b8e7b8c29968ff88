import { Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Id } from '#shared/records/define-record';
import type { Contact } from '#shared/records/registry';
import { NewContactDialog } from '../../components/NewContactDialog';
import { PersonMark } from '../../components/PersonName';
import { QuietButton } from '../../components/QuietButton';
import { RecordLink } from '../../components/RecordLink';
import { SectionCard } from '../../components/SectionCard';
import { StanceMark } from '../../components/StanceMark';
import { sentence } from '../../components/FieldValue';
import { AwayBadge } from '../../components/AwayBadge';
import { useLive } from '../../data/live';
import { accountPeople } from '../../data/reads/accounts';
import classes from './AccountPeople.module.css';
import { t } from '#shared/values/texts';

/** Whom we know there and what say they have in the buying. */
export function AccountPeople({ account }: { readonly account: Id<'account'> }) {
  const people = useLive((records) => accountPeople(records, account), [account]);
  const [adding, setAdding] = useState(false);
  return (
    <SectionCard
      title={t('People')}
      flush={people.length > 0}
      actions={
        <QuietButton leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          {t('New contact')}
        </QuietButton>
      }
    >
      {people.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('Nobody yet. Who decides, who helps, who blocks: add the first person.')}
        </Text>
      ) : (
        <ul className={classes.people}>
          {people.map((contact) => (
            <PersonLine key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      <NewContactDialog account={account} opened={adding} onClose={() => setAdding(false)} />
    </SectionCard>
  );
}

function PersonLine({ contact }: { readonly contact: Contact }) {
  const work = [contact.title, contact.department].filter(Boolean).join(', ');
  return (
    <li className={classes.person}>
      <PersonMark name={contact.name} size={30} />
      <div className={classes.who}>
        <RecordLink type="contact" id={contact.id} /> <AwayBadge contact={contact} />
        <div className={classes.work}>{work || contact.email}</div>
      </div>
      <span className={classes.role}>{contact.buyingRole ? sentence(contact.buyingRole) : ''}</span>
      <StanceMark stance={contact.stance} />
    </li>
  );
}
