import { Alert, Modal } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Contact } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { useCommit, useWorkspace } from '../data/live';
import { contactsWithEmail } from '../data/reads/contacts';
import { notify } from './notify';
import { RecordForm } from './RecordForm';
import { RecordLink } from './RecordLink';
import { recordPath } from './record-path';
import { t } from '#shared/values/texts';
import { Sentence } from './Sentence';

interface NewContactDialogProps {
  /** Their firm, where it is known already. The screen stays; without it the new contact is opened. */
  readonly account?: Id<'account'>;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes a contact. Somebody with the same e-mail address is shown first; saving again makes a second one all the same. */
export function NewContactDialog({ opened, onClose, ...form }: NewContactDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t('New contact')}>
      <NewContactForm {...form} onClose={onClose} />
    </Modal>
  );
}

function NewContactForm({ account, onClose }: Omit<NewContactDialogProps, 'opened'>) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const navigate = useNavigate();
  const [likely, setLikely] = useState<readonly Contact[]>([]);

  const create = async (values: Values<'contact'>): Promise<boolean> => {
    const same = contactsWithEmail(workspace.records, values.email ?? '');
    const unseen = same.filter((contact) => !likely.includes(contact));
    setLikely(same);
    if (unseen.length > 0) return false;
    const id = workspace.newId('contact');
    const done = await commit(createRecord('contact', id, values));
    if (!done) return false;
    if (account) notify.done(t('{{name}} is added', { name: values.name }));
    onClose();
    if (!account) void navigate(recordPath(id) ?? '/contacts', { replace: true });
    return true;
  };

  return (
    <>
      {likely.length > 0 ? <SameAddress contacts={likely} /> : null}
      <RecordForm
        type="contact"
        fields={['name', 'email', 'account', 'title', 'department', 'phone', 'buyingRole', 'stance']}
        initial={account ? { account } : {}}
        submitLabel={likely.length > 0 ? t('Create all the same') : t('Create contact')}
        onSubmit={create}
        onCancel={onClose}
      />
    </>
  );
}

function SameAddress({ contacts }: { readonly contacts: readonly Contact[] }) {
  return (
    <Alert color="yellow" icon={<IconCopyCheck size={18} />} mb="md" role="alert">
      <Sentence
        text={t('This address belongs to <contacts/> already. Open it, or save again to make another.')}
        parts={{
          contacts: contacts.map((contact, at) => (
            <span key={contact.id}>
              {at > 0 ? ', ' : ''}
              <RecordLink type="contact" id={contact.id} />
              {contact.account ? (
                <>
                  <Sentence text={t(' of <recordLink/>')} parts={{ recordLink: <RecordLink type="account" id={contact.account} /> }} />
                </>
              ) : null}
            </span>
          )),
        }}
      />
    </Alert>
  );
}
