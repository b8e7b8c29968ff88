import { Alert, Button, Group, Loader, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { isUserName, isWorkspaceName, proposeWorkspaceName } from '#shared/hub/protocol';
import type { Role } from '#shared/records/define-record';
import { FormProblem } from '../../components/FormProblem';
import { notify } from '../../components/notify';
import { PassphraseField } from '../../components/PassphraseField';
import { addressOf, isReadableOnTheWay } from '../../components/server-link';
import { useLocalHub } from '../../components/use-hub';
import { useMe, useRecord, useWorkspace, useWorkspaceInfo } from '../../data/live';
import { platform } from '../../platform/current-platform';
import { usePolicy } from '../../platform/policy';
import { AdminFields, type AdminDraft } from './AdminFields';
import { ChosenPassword } from './ChosenPassword';
import { passwordStrength, proposeUserName } from './new-user';
import { shareWorkspace, type ShareStep, type ShareWish } from './share-workspace';
import { t } from '#shared/values/texts';

interface ShareDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Brings this workspace to a server: where, under which name, and who one will be there. */
export function ShareDialog({ opened, onClose }: ShareDialogProps) {
  const [step, setStep] = useState<ShareStep>();
  const { name } = useWorkspaceInfo();
  return (
    <Modal
      opened={opened}
      onClose={step ? () => undefined : onClose}
      title={t('Share {{name}}', { name })}
      size={560}
      withCloseButton={!step}
    >
      {opened ? <ShareForm step={step} onStep={setStep} onClose={onClose} /> : null}
    </Modal>
  );
}

interface Draft {
  readonly where: 'only here' | 'my network' | 'server';
  readonly admin: AdminDraft;
  readonly workspace: string;
  readonly user: string;
  readonly password: string;
  readonly again: string;
  readonly passphrase: string;
}

interface ShareFormProps {
  readonly step: ShareStep | undefined;
  readonly onStep: (step: ShareStep | undefined) => void;
  readonly onClose: () => void;
}

function ShareForm({ step, onStep, onClose }: ShareFormProps) {
  const { draft, here, change } = useDraft();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const share = useShare(onStep);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    setProblem(undefined);
    if (!isComplete(draft)) return;
    const failed = await share(draft);
    setProblem(failed);
    if (failed === undefined) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <Where draft={draft} asked={asked} here={here} onChange={change} />
        <Names draft={draft} asked={asked} onChange={change} />
        <ChosenPassword password={draft.password} again={draft.again} asked={asked} onChange={change} />
        <PassphraseField value={draft.passphrase} onChange={(passphrase) => change({ passphrase })} />
        <FormProblem message={problem} />
        {step ? (
          <Working step={step} />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit">{t('Share')}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** `here`: this computer can run a server itself, and the organisation has not set another. */
function useDraft(): { readonly draft: Draft; readonly here: boolean; readonly change: (part: Partial<Draft>) => void } {
  const { local } = useLocalHub();
  const managed = usePolicy().serverUrl;
  const here = managed === undefined && (local?.available ?? true);
  const { name } = useWorkspaceInfo();
  const me = useRecord('person', useMe());
  const [draft, setDraft] = useState<Draft>({
    where: 'only here',
    admin: { url: managed ?? '', name: '', password: '' },
    workspace: proposeWorkspaceName(name),
    user: me ? proposeUserName(me) : '',
    password: '',
    again: '',
    passphrase: '',
  });
  return { draft: here ? draft : { ...draft, where: 'server' }, here, change: (part) => setDraft((was) => ({ ...was, ...part })) };
}

function isComplete({ where, admin, workspace, user, password, again }: Draft): boolean {
  const adminKnown = where !== 'server' || (admin.url.trim() !== '' && admin.name.trim() !== '' && admin.password !== '');
  return adminKnown && isWorkspaceName(workspace) && isUserName(user) && passwordStrength(password) !== 'too-short' && password === again;
}

/** Whoever shares a workspace keeps its people and settings there too, or nobody could. */
const KEEPER: Role = 'admin';

/** Gives the problem to show; undefined where the workspace is shared. */
function useShare(onStep: ShareFormProps['onStep']): (draft: Draft) => Promise<string | undefined> {
  const workspace = useWorkspace();
  const me = useRecord('person', useMe());
  return async (draft) => {
    try {
      const roles = [...new Set<Role>([...(me?.roles ?? []), KEEPER])];
      const done = await shareWorkspace(platform.hub, workspace.sync, wishOf(draft, workspace.info.name, roles), onStep);
      if (!done.ok) return done.error.message;
      notify.done(t('{{name}} is shared. Give your colleagues access under People.', { name: workspace.info.name }));
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    } finally {
      onStep(undefined);
    }
  };
}

function wishOf(draft: Draft, title: string, roles: readonly Role[]): ShareWish {
  const { where, admin, workspace, user: name, password, passphrase } = draft;
  return {
    where: where === 'server' ? { kind: 'server', ...admin, url: addressOf(admin.url) } : { kind: 'here', network: where === 'my network' },
    workspace,
    title,
    user: { name, password, roles },
    ...(passphrase && { passphrase }),
  };
}

interface PartProps {
  readonly draft: Draft;
  readonly asked: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function Where({ draft, asked, here, onChange }: PartProps & { readonly here: boolean }) {
  const { where } = draft;
  const plainHttp = where === 'my network' || (where === 'server' && isReadableOnTheWay(addressOf(draft.admin.url)));
  return (
    <>
      <Radio.Group label={t('Where')} value={where} onChange={(chosen) => onChange({ where: chosen })}>
        <Stack gap={8} mt={6}>
          {here ? (
            <>
              <Radio
                value="only here"
                label={t('This computer, for this computer alone')}
                description={t('To try it, with a second window or browser.')}
              />
              <Radio
                value="my network"
                label={t('This computer, for computers on my network')}
                description={t('A small team in one office. Others reach it while this computer is on.')}
              />
            </>
          ) : null}
          <Radio
            value="server"
            label={t('A CouchDB server')}
            description={t('Your firm’s own, always on.')}
            data-autofocus={here ? undefined : true}
          />
        </Stack>
      </Radio.Group>
      {plainHttp ? (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} py={10}>
          {t(
            'Between computers it speaks plain http: whoever shares the network can read along. Use it only on a network where you trust everybody.',
          )}
        </Alert>
      ) : null}
      {where === 'server' ? (
        <AdminFields draft={draft.admin} asked={asked} onChange={(part) => onChange({ admin: { ...draft.admin, ...part } })} />
      ) : null}
    </>
  );
}

function Names({ draft: { workspace, user }, asked, onChange }: PartProps) {
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('Name of the workspace there')}
        description={t('Small letters, digits and _. It stays for good.')}
        withAsterisk
        spellCheck={false}
        error={(asked || workspace !== '') && !isWorkspaceName(workspace) ? t('2 to 40 of a–z, 0–9 and _, a letter first') : undefined}
        value={workspace}
        onChange={(event) => onChange({ workspace: event.currentTarget.value.trim().toLowerCase() })}
      />
      <TextInput
        label={t('Your user name')}
        description={t('You sign in with it.')}
        withAsterisk
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={(asked || user !== '') && !isUserName(user) ? t('a–z, 0–9, . _ - and @, a letter or digit first') : undefined}
        value={user}
        onChange={(event) => onChange({ user: event.currentTarget.value.trim().toLowerCase() })}
      />
    </Group>
  );
}

const STEPS: Readonly<Record<ShareStep, string>> = {
  start: t('Starting the server'),
  'set-up': t('Making the workspace there'),
  'sign-in': t('Signing in'),
  join: t('Linking this workspace'),
};

function Working({ step }: { readonly step: ShareStep }) {
  return (
    <Group gap="sm" role="status">
      <Loader size="xs" />
      <Text size="sm">{STEPS[step]}…</Text>
    </Group>
  );
}
