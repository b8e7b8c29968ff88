import { TextInput } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';

interface NameInputProps {
  readonly label: string;
  readonly icon?: Icon;
  readonly value?: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onCancel: () => void;
  /** The focus went elsewhere and stays there. */
  readonly onLeave: () => void;
}

/** A name typed in the place where it will stand. Enter takes it, Esc and leaving it forget. */
export function NameInput({ label, icon: Symbol, value = '', onName, onCancel, onLeave }: NameInputProps) {
  const [draft, setDraft] = useState(value);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (draft.trim() === value.trim()) onCancel();
    else void onName(draft.trim());
  };
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={label}
      placeholder={label}
      leftSection={Symbol ? <Symbol size={14} aria-hidden /> : undefined}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    />
  );
}
