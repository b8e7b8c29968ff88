import { Button, Menu } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useExportRefusal } from './use-export-refusal';
import { type DocumentSource, useSaveDocument } from './use-save-document';
import { t } from '#shared/values/texts';

interface SaveDocumentMenuProps {
  /** What the button says: `Save the brief`. */
  readonly label: string;
  readonly source: DocumentSource;
  /** File's name without an ending. */
  readonly name: string;
  readonly disabled?: boolean;
}

/** One button for both formats of a document. */
export function SaveDocumentMenu({ label, source, name, disabled = false }: SaveDocumentMenuProps) {
  const { making, save } = useSaveDocument();
  const refusal = useExportRefusal();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={disabled || refusal !== undefined}
          title={refusal}
          loading={making !== undefined}
          leftSection={<IconFileTypePdf size={16} />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypePdf size={16} />} onClick={() => void save(source, 'pdf', name)}>
          {t('As a PDF')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeDocx size={16} />} onClick={() => void save(source, 'docx', name)}>
          {t('As a Word file')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
