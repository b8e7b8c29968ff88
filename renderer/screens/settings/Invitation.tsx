import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useLocalHub } from '../../components/use-hub';
import { useWorkspaceInfo } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import { invitationText } from './new-user';
import classes from './SettingsScreen.module.css';
import type { Given } from './use-give-access';
import { isOwnHub } from './use-hub-admin';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

interface InvitationProps {
  readonly given: Given;
  readonly link: ServerLink;
  readonly onClose: () => void;
}

/** What the person has to know, to be handed on. The password is seen here and never again. */
export function Invitation({ given: { user, password }, link, onClose }: InvitationProps) {
  const { name } = useWorkspaceInfo();
  const { local } = useLocalHub();
  const here = isOwnHub(local, link.url);
  const address = (here && local?.network && local.addresses[0]) || link.url;
  const text = invitationText({ firm: name, address, workspace: link.workspace, user, password });
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        <dt>{t('Address')}</dt>
        <dd>{address}</dd>
        <dt>{t('Workspace')}</dt>
        <dd>{link.workspace}</dd>
        <dt>{t('User name')}</dt>
        <dd>{user}</dd>
        <dt>{t('Password')}</dt>
        <dd>{password === undefined ? t('the one they have') : <code>{password}</code>}</dd>
      </dl>
      {password === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('The password is shown this once. Send it on a way that only they can read.')}
        </Text>
      )}
      {here && !local?.network ? (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} py={10}>
          <Sentence
            text="Only this computer reaches that address. For other computers, allow your network under <link/>."
            parts={{
              link: (
                <Link to="/settings/server" className={classes.inline} onClick={onClose}>
                  {t('Server')}
                </Link>
              ),
            }}
          />
        </Alert>
      ) : null}
      <Group justify="flex-end" gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button data-autofocus leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
              {copied ? t('Copied') : t('Copy invitation')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {t('Done')}
        </Button>
      </Group>
    </Stack>
  );
}
