import { Menu, Popover } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { declarationOf, typeOf } from '#shared/records/registry';
import { type ShownValue, valuesAt } from './value-mark';
import { ValueVersions } from './ValueHistory';
import { t } from '#shared/values/texts';

interface Asked {
  readonly x: number;
  readonly y: number;
  readonly values: readonly ShownValue[];
}

/**
 * Opens the history of any value on the screen where it stands: by the other mouse button, or by the menu key (Shift+F10) on
 * the row of a table. Mounted once. Where no value is, or words are selected, the usual menu comes.
 */
export function ValueHistoryMenu() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    const onMenu = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || hasSelection()) return;
      const values = valuesAt(event.target, event, document.elementsFromPoint(event.clientX, event.clientY));
      if (values.length === 0) return;
      event.preventDefault();
      setAsked({ ...placeOf(event), values });
    };
    window.addEventListener('contextmenu', onMenu);
    return () => window.removeEventListener('contextmenu', onMenu);
  }, []);
  const onClose = (): void => setAsked(undefined);
  if (!asked) return null;
  const [only, ...others] = asked.values;
  const anchor = <span style={{ position: 'fixed', left: asked.x, top: asked.y }} />;
  return only && others.length === 0 ? (
    <Popover opened onChange={(opened) => !opened && onClose()} position="bottom-start" width={400} trapFocus returnFocus withinPortal>
      <Popover.Target>{anchor}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('History of {{only}}', { only: labelOf(only) })}>
        <ValueVersions record={only.record} field={only.field} name={labelOf(only)} onClose={onClose} />
      </Popover.Dropdown>
    </Popover>
  ) : (
    <Menu opened onChange={(opened) => !opened && onClose()} position="bottom-start" closeOnItemClick={false} withinPortal returnFocus>
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('History of')}</Menu.Label>
        {asked.values.map((value) => (
          <Menu.Item
            key={`${value.record}${value.field}`}
            leftSection={<IconHistory size={16} />}
            onClick={() => setAsked({ ...asked, values: [value] })}
          >
            {labelOf(value)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menu key has no pointer: then the row that one is on is the place. */
function placeOf(event: MouseEvent): { readonly x: number; readonly y: number } {
  const row = event.target instanceof Element ? event.target.querySelector('[role="row"][aria-selected="true"]') : null;
  const box = row?.getBoundingClientRect();
  return box ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY };
}

const hasSelection = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

function labelOf({ record, field }: ShownValue): string {
  const type = typeOf(record);
  return (type && declarationOf(type, field)?.label) ?? field;
}
