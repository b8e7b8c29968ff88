import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconArchive, IconChevronDown, IconDots, IconFileTypeSvg, IconPhoto, IconPlus } from '@tabler/icons-react';
import { createBlueprint } from '#shared/blueprint/lifecycle';
import type { Blueprint } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { FieldEditor } from '../../../components/FieldEditor';
import { bodyOf } from '../../../components/record-path';
import { useArchive } from '../../../components/use-archive';
import { useExportRefusal } from '../../../components/use-export-refusal';
import { useCommit, useWorkspace } from '../../../data/live';
import classes from './BlueprintDesk.module.css';
import { BlueprintStatus } from './BlueprintStatus';
import { exportDrawing } from './export-drawing';
import type { Approved } from './use-approved';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';

export type BlueprintView = 'drawing' | 'text';

interface BlueprintBarProps {
  readonly drawing: Drawing;
  readonly blueprints: readonly Blueprint[];
  readonly approved: Approved | undefined;
  readonly onOpen: (blueprint: string) => void;
}

/** Which blueprint this is, how far it is, and what can be done with the whole of it. */
export function BlueprintBar({ drawing, blueprints, approved, onOpen }: BlueprintBarProps) {
  const { blueprint } = drawing;
  return (
    <div className={classes.bar}>
      <div className={classes.title}>
        <FieldEditor type="blueprint" id={blueprint.id} field="title" variant="bare" />
      </div>
      {blueprints.length > 1 ? <Others blueprints={blueprints} blueprint={blueprint} onOpen={onOpen} /> : null}
      <BlueprintStatus drawing={drawing} approved={approved} />
      <ClashMark record={blueprint.id} />
      <span className={classes.space} />
      <More drawing={drawing} onOpen={onOpen} />
    </div>
  );
}

interface ViewsProps {
  readonly drawing: Drawing;
  readonly view: BlueprintView;
  readonly onView: (view: BlueprintView) => void;
}

/** The two halves of a blueprint. */
export function Views({ drawing, view, onView }: ViewsProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('View')}
      value={view}
      onChange={(next) => onView(next === 'text' ? 'text' : 'drawing')}
      data={[
        { value: 'drawing', label: t('Drawing') },
        { value: 'text', label: t('Text ({{sections}})', { sections: drawing.parts.sections.length }) },
      ]}
    />
  );
}

interface OthersProps {
  readonly blueprint: Blueprint;
  readonly blueprints: readonly Blueprint[];
  readonly onOpen: (blueprint: string) => void;
}

function Others({ blueprint, blueprints, onOpen }: OthersProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
          {t('{{blueprint}} of {{blueprints}}', { blueprint: blueprints.indexOf(blueprint) + 1, blueprints: blueprints.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {blueprints.map(({ id, title, status }) => (
          <Menu.Item key={id} aria-current={id === blueprint.id} onClick={() => onOpen(bodyOf(id))}>
            {title} <span className={classes.help}>{status}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function More({ drawing: { blueprint, parts }, onOpen }: Pick<BlueprintBarProps, 'drawing' | 'onOpen'>) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const { archive } = useArchive();
  const refusal = useExportRefusal();
  const another = async (): Promise<void> => {
    const id = workspace.newId('blueprint');
    if (await commit(createBlueprint(id, { deal: blueprint.deal, title: t('Another blueprint') }))) onOpen(bodyOf(id));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={28} variant="subtle" color="gray" aria-label={t('More for this blueprint')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          disabled={refusal !== undefined}
          title={refusal}
          leftSection={<IconFileTypeSvg size={16} />}
          onClick={() => void exportDrawing(parts, blueprint.title, 'svg')}
        >
          {t('Save the drawing as SVG')}
        </Menu.Item>
        <Menu.Item
          disabled={refusal !== undefined}
          title={refusal}
          leftSection={<IconPhoto size={16} />}
          onClick={() => void exportDrawing(parts, blueprint.title, 'png')}
        >
          {t('Save the drawing as PNG')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => void another()}>
          {t('Begin another blueprint')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(blueprint)}>
          {t('Archive this blueprint')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
