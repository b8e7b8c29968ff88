import { ActionIcon, Button, Text, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { restoreSynonyms, setSynonyms, synonymGroups, wordsOfText, type SynonymGroup } from '#shared/evidence/synonyms';
import { bodyOfId } from '#shared/values/id';
import { SectionCard } from '../../components/SectionCard';
import { useMayWrite } from '../../components/use-may-write';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import classes from './SynonymSettings.module.css';
import { t } from '#shared/values/texts';

/** Words that mean the same to this firm: "Was this promised?" finds each by the others. */
export function SynonymSettings() {
  const groups = useLive(synonymGroups, []);
  const mayWrite = useMayWrite('firmSetting');
  const [adding, setAdding] = useState(false);
  const restoring = useLive(restoreSynonyms, []);
  const commit = useCommit();
  return (
    <SectionCard
      flush
      title={t('Words that mean the same')}
      actions={
        mayWrite ? (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} disabled={adding} onClick={() => setAdding(true)}>
            {t('Add a group')}
          </Button>
        ) : null
      }
    >
      <Text size="sm" c="dimmed" px={18} pt={12}>
        {t(
          'Evidence search finds each word or phrase of a group by any other. Separate them with commas; other endings are found by themselves.',
        )}
      </Text>
      <div className={classes.groups}>
        {adding ? <NewGroup onDone={() => setAdding(false)} /> : null}
        {groups.map((group) => (
          <Group key={group.key} group={group} mayWrite={mayWrite} />
        ))}
        {mayWrite && restoring ? (
          <Button size="xs" variant="subtle" justify="start" onClick={() => void commit(restoring)}>
            {t('Bring back the groups that came with the app')}
          </Button>
        ) : null}
      </div>
    </SectionCard>
  );
}

function useSetGroup(): (key: string, words: readonly string[]) => Promise<boolean> {
  const { records } = useWorkspace();
  const commit = useCommit();
  return (key, words) => commit(setSynonyms(key, words, records));
}

function Group({ group, mayWrite }: { readonly group: SynonymGroup; readonly mayWrite: boolean }) {
  const text = group.words.join(', ');
  const set = useSetGroup();
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const save = async (): Promise<void> => {
    const words = wordsOfText(draft);
    if (words.join(', ') !== text && !(await set(group.key, words))) setDraft(text);
  };
  return (
    <div className={classes.group}>
      <Textarea
        aria-label={t('Words that mean the same as {{value}}', { value: group.words[0] ?? '' })}
        autosize
        minRows={1}
        disabled={!mayWrite}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            event.currentTarget.blur();
          }
          if (event.key === 'Escape') setDraft(text);
        }}
      />
      {mayWrite ? (
        <Tooltip label={t('Remove this group (Undo brings it back)')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('Remove the group of {{value}}', { value: group.words[0] ?? '' })}
            onClick={() => void set(group.key, [])}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </div>
  );
}

function NewGroup({ onDone }: { readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const set = useSetGroup();
  const [draft, setDraft] = useState('');
  const add = async (): Promise<void> => {
    const words = wordsOfText(draft);
    // A key of its own: two people who add a group offline add two.
    if (words.length === 0 || (await set(bodyOfId(workspace.newId('firmSetting')), words))) onDone();
  };
  return (
    <div className={classes.group}>
      <Textarea
        aria-label={t('Words of the new group')}
        placeholder={t('For example: cutover, changeover weekend')}
        autosize
        minRows={1}
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            void add();
          }
          if (event.key === 'Escape') onDone();
        }}
      />
      <Button size="xs" onClick={() => void add()}>
        {t('Add')}
      </Button>
    </div>
  );
}
