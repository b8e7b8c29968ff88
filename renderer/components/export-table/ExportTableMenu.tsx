import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react';
import { useState } from 'react';
import type { TableFile } from '#shared/exchange/table-file';
import { useExportRefusal } from '../use-export-refusal';
import { saveTable, type TableFormat } from './save-table';
import { t } from '#shared/values/texts';

interface ExportTableMenuProps {
  /** What is exported, as the button says it to those who hear it: `Export Deals`. */
  readonly label: string;
  /** Made when it is asked for: a table of fifty thousand rows is not drawn twice. */
  readonly table: () => TableFile;
  /** `icon` where there is no room for the word. */
  readonly variant?: 'button' | 'icon';
  readonly disabled?: boolean;
}

/** One table as a file: CSV for other programs, Excel for people. */
export function ExportTableMenu({ label, table, variant = 'button', disabled = false }: ExportTableMenuProps) {
  const [making, setMaking] = useState(false);
  const refusal = useExportRefusal();
  const off = disabled || refusal !== undefined;
  const save = async (as: TableFormat): Promise<void> => {
    setMaking(true);
    await saveTable(table(), as);
    setMaking(false);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        {variant === 'icon' ? (
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            aria-label={t('Export {{label}}', { label })}
            loading={making}
            disabled={off}
            title={refusal}
          >
            <Tooltip label={t('Export')}>
              <IconDownload size={15} aria-hidden />
            </Tooltip>
          </ActionIcon>
        ) : (
          <Button
            size="xs"
            variant="default"
            aria-label={t('Export {{label}}', { label })}
            loading={making}
            disabled={off}
            title={refusal}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('Export')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => void save('csv')}>
          {t('CSV')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeXls size={16} />} onClick={() => void save('xlsx')}>
          {t('Excel')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
