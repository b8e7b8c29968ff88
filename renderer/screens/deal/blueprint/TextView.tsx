import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconDots, IconPencil, IconPlus, IconWriting } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { parseRichText } from '#shared/blueprint/rich-text';
import { addSection, moveSection, writeSection } from '#shared/blueprint/sections';
import type { EntryId } from '#shared/ledger/entry';
import type { Blueprint, BlueprintSection } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { EmptyState } from '../../../components/EmptyState';
import { FieldEditor } from '../../../components/FieldEditor';
import { UnsentMark } from '../../../components/UnsentMark';
import { useArchive } from '../../../components/use-archive';
import { ValueHistory } from '../../../components/ValueHistory';
import { useCommit, useWorkspace } from '../../../data/live';
import desk from './BlueprintDesk.module.css';
import { RichTextView } from './RichTextView';
import { SectionEditor } from './SectionEditor';
import classes from './TextView.module.css';
import type { Since } from './use-canvas-parts';
import { t } from '#shared/values/texts';

interface TextViewProps {
  readonly blueprint: Blueprint;
  readonly sections: readonly BlueprintSection[];
  readonly since: Since;
  /** The switch between drawing and text. */
  readonly views: ReactNode;
  /** What stands beside the sections. */
  readonly children: ReactNode;
}

/** The blueprint in words: its sections, each written and merged by itself. */
export function TextView({ blueprint, sections, since, views, children }: TextViewProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const [begun, setBegun] = useState<string>();
  const add = async (): Promise<void> => {
    const id = workspace.newId('blueprintSection');
    // Said before it is there: it opens for writing as soon as it is.
    setBegun(id);
    await commit(addSection(blueprint, sections, { id, title: t('Section {{sections}}', { sections: sections.length + 1 }) }));
  };
  return (
    <>
      <div className={desk.tools}>
        <Button size="compact-sm" h={28} leftSection={<IconPlus size={14} />} onClick={() => void add()}>
          {t('Add a section')}
        </Button>
        <span className={desk.space} />
        {views}
      </div>
      <div className={desk.written}>
        <div className={classes.sections}>
          {sections.length === 0 ? <NothingWritten /> : null}
          {sections.map((section) => (
            <Section
              key={section.id}
              blueprint={blueprint}
              sections={sections}
              section={section}
              since={since.get(section.id)}
              isNew={section.id === begun}
            />
          ))}
        </div>
        {children}
      </div>
    </>
  );
}

const NothingWritten = () => (
  <EmptyState
    icon={IconWriting}
    title={t('Nothing is written yet')}
    text={t(
      'Say in words what the drawing cannot: how it runs at night, what happens when it fails, what stays as it is. Add a section: it goes into the SOW with the drawing.',
    )}
  />
);

interface SectionProps {
  readonly blueprint: Blueprint;
  readonly sections: readonly BlueprintSection[];
  readonly section: BlueprintSection;
  readonly since: 'added' | 'changed' | undefined;
  readonly isNew: boolean;
}

function Section({ blueprint, sections, section, since, isNew }: SectionProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  // What was current when the writing began: words that arrive meanwhile are merged, never written over.
  const headsNow = (): readonly EntryId[] => records.heads(section.id, 'text');
  const [saw, setSaw] = useState<readonly EntryId[] | undefined>(isNew ? headsNow : undefined);
  const [draft, setDraft] = useState(() => parseRichText(section.text ?? ''));
  const write = (): void => {
    setDraft(parseRichText(section.text ?? ''));
    setSaw(headsNow());
  };
  return (
    <section className={classes.section} aria-label={section.title}>
      <header className={classes.head}>
        <h3 className={classes.title}>
          <FieldEditor type="blueprintSection" id={section.id} field="title" variant="bare" />
        </h3>
        {since ? <span className={classes.since}>{since === 'added' ? t('new since approval') : t('changed since approval')}</span> : null}
        <ClashMark record={section.id} field="text" label={t('Text')} />
        <UnsentMark record={section.id} />
        <span className={classes.space} />
        <ValueHistory record={section.id} field="text" label={t('Text of {{title}}', { title: section.title })} />
        <SectionMenu blueprint={blueprint} sections={sections} section={section} onWrite={write} />
      </header>
      {saw ? (
        <SectionEditor
          label={t('Text of {{title}}', { title: section.title })}
          text={draft}
          onCancel={() => setSaw(undefined)}
          onSave={async (text) => {
            const done = await commit(writeSection(blueprint, section, text, saw));
            if (done) setSaw(undefined);
            return done;
          }}
        />
      ) : (
        <div className={classes.reading}>
          {section.text ? <RichTextView text={section.text} /> : null}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconPencil size={14} />}
            onClick={write}
            aria-label={t('Write in {{title}}', { title: section.title })}
          >
            {section.text ? t('Write') : t('Write the first words')}
          </Button>
        </div>
      )}
    </section>
  );
}

function SectionMenu({ blueprint, sections, section, onWrite }: Omit<SectionProps, 'since' | 'isNew'> & { readonly onWrite: () => void }) {
  const commit = useCommit();
  const { archive } = useArchive();
  const place = sections.indexOf(section);
  const move = (way: 'up' | 'down'): void => void commit(moveSection(blueprint, sections, section, way));
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('Move {{title}} up', { title: section.title })}
        disabled={place === 0}
        onClick={() => move('up')}
      >
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={t('Move {{title}} down', { title: section.title })}
        disabled={place === sections.length - 1}
        onClick={() => move('down')}
      >
        <IconArrowDown size={15} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={t('More for {{title}}', { title: section.title })}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={onWrite}>
            {t('Write')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(section)}>
            {t('Archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
