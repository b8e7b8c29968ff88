import { Button, Group, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import type { Contact, FieldOf } from '#shared/records/registry';
import { ArchivedNotice, ArchiveMenu } from '../../components/Archiving';
import { AwayBadge } from '../../components/AwayBadge';
import { ReviewBadge } from '../../components/ClashMark';
import { EmptyState } from '../../components/EmptyState';
import { FieldEditor } from '../../components/FieldEditor';
import { MomentList } from '../../components/MomentList';
import { Page } from '../../components/Page';
import { RecordLink } from '../../components/RecordLink';
import { UnsentMark } from '../../components/UnsentMark';
import { SectionCard } from '../../components/SectionCard';
import { idOf } from '../../components/record-path';
import { useLive, useRecord } from '../../data/live';
import { contactMoments } from '../../data/reads/contacts';
import { ContactDeals } from './ContactDeals';
import { ContactPromises } from './ContactPromises';
import classes from './ContactScreen.module.css';
import { t } from '#shared/values/texts';

/** One person at a client: what we promised them, all they said, and where they have a say. */
export function ContactScreen() {
  const { contactId } = useParams();
  const contact = useRecord('contact', idOf('contact', contactId));
  if (!contact) return <NoSuchContact />;
  return (
    <Page
      title={contact.name}
      mark={<UnsentMark record={contact.id} />}
      subtitle={<WhoTheyAre contact={contact} />}
      actions={<ArchiveMenu record={contact} />}
    >
      <div className={classes.contact}>
        <ArchivedNotice record={contact} />
        <div className={classes.columns}>
          <div className={classes.main}>
            <ContactPromises contact={contact.id} />
            <Said contact={contact} />
          </div>
          <aside className={classes.main} aria-label={t('Facts')}>
            <Facts contact={contact} />
            <ContactDeals contact={contact.id} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

function WhoTheyAre({ contact }: { readonly contact: Contact }) {
  const work = [contact.title, contact.department].filter(Boolean).join(', ');
  return (
    <Group gap={6}>
      <span>
        {work}
        {work && contact.account ? ' · ' : ''}
        <RecordLink type="account" id={contact.account} inText />
        {!work && !contact.account ? t('Contact') : ''}
      </span>
      <AwayBadge contact={contact} />
      <ReviewBadge home={contact.id} />
    </Group>
  );
}

const FACTS: readonly (readonly FieldOf<'contact'>[])[] = [
  ['name', 'account', 'title', 'department', 'email', 'phone'],
  ['buyingRole', 'stance'],
  ['awayFrom', 'awayUntil'],
];

function Facts({ contact }: { readonly contact: Contact }) {
  return (
    <SectionCard title={t('Facts')}>
      {FACTS.map((group) => (
        <div key={group[0]} className={classes.facts}>
          {group.map((field) => (
            <FieldEditor key={field} type="contact" id={contact.id} field={field} />
          ))}
        </div>
      ))}
    </SectionCard>
  );
}

function Said({ contact }: { readonly contact: Contact }) {
  const moments = useLive((records) => contactMoments(records, contact.id), [contact.id]);
  return (
    <SectionCard title={t('Everything said and sent')} flush={moments.length > 0}>
      {moments.length > 0 ? (
        <MomentList moments={moments} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(
            'Nothing yet. Mail from and to {{email}} is put here when it is imported; calls and meetings when they are logged in a deal.',
            { email: contact.email ?? t('their address') },
          )}
        </Text>
      )}
    </SectionCard>
  );
}

function NoSuchContact() {
  return (
    <Page title={t('Contact')}>
      <EmptyState
        icon={IconUser}
        title={t('There is no such contact here')}
        text={t('They may belong to another workspace, or the address is incomplete.')}
        action={
          <Button component={Link} to="/contacts">
            {t('All contacts')}
          </Button>
        }
      />
    </Page>
  );
}
