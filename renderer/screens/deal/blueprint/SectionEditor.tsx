import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  type Icon,
} from '@tabler/icons-react';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { safeLink, type RichText } from '#shared/blueprint/rich-text';
import { editorDocument, textOfEditor } from './editor-document';
import { EXTENSIONS } from './editor-extensions';
import classes from './RichText.module.css';
import { t } from '#shared/values/texts';

interface SectionEditorProps {
  readonly label: string;
  readonly text: RichText;
  /** Resolves to false where it was refused: the editor stays open. */
  readonly onSave: (text: RichText) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Writes formatted text. Ctrl+Enter or leaving it saves, Esc forgets. */
export function SectionEditor({ label, text, onSave, onCancel }: SectionEditorProps) {
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: editorDocument(text),
    autofocus: 'end',
    injectCSS: false,
    editorProps: {
      attributes: { class: `${classes['text']} ${classes['box']}`, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
  });
  const save = (): void => void onSave(textOfEditor(editor.getJSON()));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      save();
    }
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    // A click on nothing takes the focus nowhere; it is no reason to close what somebody writes.
    if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) save();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and focus bubble up from the text inside
    <div className={classes.editor} onKeyDownCapture={onKeyDown} onBlur={onBlur}>
      <Styles editor={editor} onSave={save} onCancel={onCancel} />
      <EditorContent editor={editor} />
    </div>
  );
}

interface StyleButton {
  readonly label: string;
  readonly icon: Icon;
  readonly isOn: (editor: Editor) => boolean;
  readonly run: (editor: Editor) => void;
}

const BUTTONS: readonly StyleButton[] = [
  ...([1, 2, 3] as const).map((level) => ({
    label: t('Heading {{level}}', { level }),
    icon: [IconH1, IconH2, IconH3][level - 1] ?? IconH1,
    isOn: (editor: Editor) => editor.isActive('heading', { level }),
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level }).run(),
  })),
  {
    label: t('Bold'),
    icon: IconBold,
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    label: t('Italic'),
    icon: IconItalic,
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    label: t('Code'),
    icon: IconCode,
    isOn: (editor) => editor.isActive('code'),
    run: (editor) => editor.chain().focus().toggleMark('code').run(),
  },
  {
    label: t('Bullet list'),
    icon: IconList,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    label: t('Numbered list'),
    icon: IconListNumbers,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    label: t('Quote'),
    icon: IconBlockquote,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

interface StylesProps extends Pick<SectionEditorProps, 'onCancel'> {
  readonly editor: Editor;
  readonly onSave: () => void;
}

function Styles({ editor, onSave, onCancel }: StylesProps) {
  const on = useEditorState({ editor, selector: ({ editor: now }) => BUTTONS.map(({ isOn }) => isOn(now)) });
  return (
    <div className={classes.styles} role="toolbar" aria-label={t('Formatting')}>
      {BUTTONS.map(({ label, icon: Symbol, run }, at) => (
        <Tooltip key={label} label={label}>
          <ActionIcon
            size={26}
            variant={on[at] ? 'light' : 'subtle'}
            color={on[at] ? 'teal' : 'gray'}
            aria-label={label}
            aria-pressed={on[at] ?? false}
            onClick={() => run(editor)}
          >
            <Symbol size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
      <LinkControl editor={editor} />
      <span className={classes.gap} />
      <span className={classes.hint}>{t('Ctrl+Enter saves, Esc forgets')}</span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        {t('Cancel')}
      </Button>
      <Button size="compact-xs" onClick={onSave}>
        {t('Save')}
      </Button>
    </div>
  );
}

/** Puts an address behind the chosen words, or takes it away. */
function LinkControl({ editor }: { readonly editor: Editor }) {
  const [draft, setDraft] = useState<string>();
  const isLink = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') });
  const isSafe = draft !== undefined && safeLink(draft) !== undefined;
  const put = (): void => {
    if (draft === '') editor.chain().focus().extendMarkRange('link').unsetLink().run();
    else if (draft !== undefined && isSafe) editor.chain().focus().extendMarkRange('link').setLink({ href: draft.trim() }).run();
    else return;
    setDraft(undefined);
  };
  if (draft === undefined) {
    return (
      <Tooltip label={t('Link')}>
        <ActionIcon
          size={26}
          variant={isLink ? 'light' : 'subtle'}
          color={isLink ? 'teal' : 'gray'}
          aria-label={t('Link')}
          aria-pressed={isLink}
          onClick={() => setDraft(String(editor.getAttributes('link')['href'] ?? ''))}
        >
          <IconLink size={16} />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={t('Address of the link')}
      placeholder={t('https:// or mailto:')}
      error={draft !== '' && !isSafe ? t('https:// or mailto: only') : undefined}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') put();
        if (event.key === 'Escape') setDraft(undefined);
        if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
      }}
    />
  );
}
