import {
  IconAddressBook,
  IconAlertCircle,
  IconBuilding,
  IconFlag,
  IconGavel,
  IconHeartHandshake,
  type Icon,
  IconListCheck,
  IconMessage2,
  IconLock,
  IconFileText,
  IconTag,
  IconTimeline,
} from '@tabler/icons-react';
import type { RecordType } from '#shared/records/registry';
import { Kbd } from '../../components/Kbd';
import classes from './CommandPalette.module.css';
import { Marked } from './Marked';
import type { PaletteItem } from './palette-items';

const ICONS: Partial<Record<RecordType, Icon>> = {
  deal: IconTimeline,
  account: IconBuilding,
  contact: IconAddressBook,
  moment: IconMessage2,
  commitment: IconHeartHandshake,
  objection: IconAlertCircle,
  concession: IconTag,
  constraint: IconLock,
  priority: IconFlag,
  decision: IconGavel,
  scopeLine: IconListCheck,
};

interface PaletteLineProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onChoose: (item: PaletteItem) => void;
}

/** One thing to do or to open. */
export function PaletteLine({ id, item, active, onPoint, onChoose }: PaletteLineProps) {
  const Symbol = item.kind === 'action' ? item.action.icon : (ICONS[item.type] ?? IconFileText);
  return (
    // The box keeps the focus and answers to the keys; lines only need the pointer.
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.line}
      onPointerMove={active ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
    >
      <Symbol size={18} stroke={1.6} aria-hidden className={classes.icon} />
      {item.kind === 'action' ? (
        <>
          <span className={classes.title}>{item.action.title}</span>
          {item.action.keys ? <Kbd keys={item.action.keys} /> : null}
        </>
      ) : (
        <span className={classes.record}>
          <span className={classes.title}>
            <span className={classes.name}>
              <Marked text={item.title} terms={item.terms} />
            </span>
            {item.belongs ? <span className={classes.belongs}>{item.belongs}</span> : null}
          </span>
          {item.snippet ? (
            <span className={classes.snippet}>
              <Marked text={item.snippet} terms={item.terms} />
            </span>
          ) : null}
        </span>
      )}
    </button>
  );
}
