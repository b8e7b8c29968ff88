import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Person } from '#shared/records/registry';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import type { ServerLink } from '../../data/sync-state';
import { AdminFields } from './AdminFields';
import { useRemoveAccess } from './use-give-access';
import { useHubAdmin } from './use-hub-admin';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface RemoveAccessDialogProps {
  readonly person: Person;
  readonly link: ServerLink;
  readonly onClose: () => void;
}

/** Takes a person out of the workspace on the server, after saying what that does and does not do. */
export function RemoveAccessDialog({ person, link, onClose }: RemoveAccessDialogProps) {
  const admin = useHubAdmin(link);
  const remove = useRemoveAccess(person, link);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!admin.admin) return;
    setBusy(true);
    const done = await remove(admin.admin);
    setBusy(false);
    if (!done.ok) return setProblem(done.error.message);
    notify.done(t('{{name}} has no access any more.', { name: person.name }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('Remove the access of {{name}}?', { name: person.name })} size={500}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text size="sm">
            <Sentence
              text="<user/> gets nothing new from the server and can send nothing there from now on. What is on their devices already is not erased by this, and everything they did stays in the history under their name. Access can be given again."
              parts={{ user: person.user }}
            />
          </Text>
          {admin.own ? null : <AdminFields draft={admin.draft} asked={asked} fixedUrl onChange={admin.change} />}
          <FormProblem message={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('Cancel')}
            </Button>
            <Button color="red.9" type="submit" loading={busy}>
              {t('Remove access')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
