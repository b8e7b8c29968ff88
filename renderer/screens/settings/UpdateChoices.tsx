import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UpdateChannel, UpdateFacts } from '#shared/ipc/update-messages';
import { t } from '#shared/values/texts';
import { ManagedNote } from '../../components/ManagedNote';
import { isManaged } from '../../platform/policy';
import { Deed } from './Deed';
import classes from './SettingsScreen.module.css';
import type { ActOnUpdates } from './UpdateProgress';

const CHANNELS: readonly { readonly value: UpdateChannel; readonly label: string }[] = [
  { value: 'off', label: t('Off') },
  { value: 'stable', label: t('Stable') },
  { value: 'beta', label: t('Beta') },
];

interface UpdateChoicesProps {
  readonly facts: UpdateFacts;
  readonly act: ActOnUpdates;
}

/** Which versions, and from where: the person's own choice unless the organisation has decided. */
export function UpdateChoices({ facts: { channel, feed }, act }: UpdateChoicesProps) {
  const [typed, setTyped] = useState(feed ?? '');
  const [channelManaged, feedManaged] = [isManaged('updateChannel'), isManaged('updateFeed')];
  return (
    <div className={classes.switches}>
      <Deed
        name={t('Which versions')}
        text={t('Looked for once a day, and never fetched by itself.')}
        outcome={channelManaged ? <ManagedNote /> : null}
      >
        <SegmentedControl
          aria-label={t('Which versions')}
          data={[...CHANNELS]}
          value={channel}
          disabled={channelManaged}
          onChange={(value) => void act((updates) => updates.choose({ channel: value, feed: typed }))}
        />
      </Deed>
      <Group align="flex-end" mt="md" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('Where updates come from')}
          placeholder={t('https://it.example.com/throughline')}
          description={feedManaged ? <ManagedNote /> : t('The https address of a folder. Your IT department knows it.')}
          inputMode="url"
          spellCheck={false}
          readOnly={feedManaged}
          variant={feedManaged ? 'filled' : 'default'}
          value={feedManaged ? (feed ?? '') : typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {feedManaged ? null : (
          <Button
            variant="default"
            disabled={typed.trim() === (feed ?? '')}
            onClick={() => void act((updates) => updates.choose({ channel, feed: typed }))}
          >
            {t('Keep')}
          </Button>
        )}
      </Group>
    </div>
  );
}
