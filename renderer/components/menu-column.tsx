import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { DataColumn } from './data-column';

/** The last column of a table whose rows have a menu. */
export function menuColumn<Row>(labelOf: (row: Row) => string, onOpen: (row: Row, target: HTMLElement) => void): DataColumn<Row> {
  return {
    id: 'menu',
    header: '',
    width: 52,
    grow: 0,
    cell: (row) => (
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={labelOf(row)}
        aria-haspopup="menu"
        onClick={(event) => onOpen(row, event.currentTarget)}
      >
        <IconDots size={16} />
      </ActionIcon>
    ),
  };
}
