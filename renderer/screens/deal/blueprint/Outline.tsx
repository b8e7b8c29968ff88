import { IconArrowRight, IconChevronRight, IconLock } from '@tabler/icons-react';
import { memo, useRef, type RefObject } from 'react';
import { mustOf } from '#shared/blueprint/coverage';
import { labelOf } from '#shared/blueprint/parts';
import { editRecord } from '#shared/records/write';
import { ClashMark } from '../../../components/ClashMark';
import { UnsentMark } from '../../../components/UnsentMark';
import { useCommit, useLive } from '../../../data/live';
import { lookOf } from './kinds';
import { NameInput } from './NameInput';
import classes from './Outline.module.css';
import type { OutlineItem } from './outline-items';
import type { Since } from './use-canvas-parts';
import type { Drawing } from './use-drawing';
import { useOutline } from './use-outline';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface OutlineProps {
  readonly drawing: Drawing;
  readonly since: Since;
  /** Goes where a chosen node is connected. */
  readonly onConnect: () => void;
  /** Shows a part on the canvas. */
  readonly onCentre: (id: string) => void;
}

/** The drawing in words, line by line: everything that the mouse does on the canvas is done here by keys. */
export function Outline({ drawing, since, onConnect, onCentre }: OutlineProps) {
  const outline = useOutline(drawing, { onConnect, onCentre });
  const { naming, name, acts } = drawing;
  // Lines are drawn again only where they differ, so what they call is reached through something that stays.
  const latest = useRef(outline);
  latest.current = outline;
  return (
    <section className={classes.outline} aria-label={t('Outline')}>
      {naming ? (
        <NameInput
          label={t('Name of the new {{toLowerCase}}', { toLowerCase: lookOf(naming.kind).name.toLowerCase() })}
          icon={lookOf(naming.kind).icon}
          onCancel={() => name(undefined)}
          onLeave={() => name(undefined)}
          onName={async (label) => {
            outline.awaitNew();
            if (await acts.add({ ...naming, label })) name(undefined);
          }}
        />
      ) : null}
      <div
        role="tree"
        tabIndex={-1}
        aria-label={t('Parts of the blueprint')}
        aria-multiselectable
        className={classes.tree}
        onKeyDown={outline.onKeyDown}
      >
        {outline.items.length === 0 ? <p className={classes.none}>{t('Nothing is drawn yet. Add a node to begin.')}</p> : null}
        {outline.items.map((item) =>
          outline.renaming === item.key ? (
            <Renaming key={item.key} item={item} drawing={drawing} outline={outline} />
          ) : (
            <Line
              key={item.key}
              item={item}
              isChosen={drawing.chosen.has(item.key)}
              isCurrent={outline.current?.key === item.key}
              since={since.get(item.key)}
              outline={latest}
            />
          ),
        )}
      </div>
      <p className={classes.keys}>
        <Sentence
          text={t('<kbd/> add · <kbd2/> rename · <kbd3/> connect · <kbd4/>+arrows move · <kbd5/> remove')}
          parts={{ kbd: <kbd>+</kbd>, kbd2: <kbd>Enter</kbd>, kbd3: <kbd>C</kbd>, kbd4: <kbd>Alt</kbd>, kbd5: <kbd>Del</kbd> }}
        />
      </p>
    </section>
  );
}

interface LineProps {
  readonly item: OutlineItem;
  readonly isChosen: boolean;
  /** Where Tab leads. */
  readonly isCurrent: boolean;
  readonly since: 'added' | 'changed' | undefined;
  readonly outline: RefObject<ReturnType<typeof useOutline>>;
}

const Line = memo(function Line({ item, isChosen, isCurrent, since, outline }: LineProps) {
  /** Undefined where nothing is below it. */
  const open = item.kind === 'group' || (item.kind === 'node' && item.ways > 0) ? item.open : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree around it has the keys
    <div
      ref={(element) => {
        const { lines } = outline.current;
        if (element) lines.current.set(item.key, element);
        else lines.current.delete(item.key);
      }}
      role="treeitem"
      aria-level={item.level}
      aria-setsize={item.size}
      aria-posinset={item.place}
      aria-selected={isChosen}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      tabIndex={isCurrent ? 0 : -1}
      className={classes.line}
      data-level={item.level}
      data-chosen={isChosen || undefined}
      onFocus={({ currentTarget }) => outline.current.enter(item, currentTarget.matches(':focus-visible') ? 'keys' : 'pointer')}
      onClick={(event) => outline.current.go(item, event.ctrlKey || event.metaKey || event.shiftKey ? 'extends' : 'alone')}
      onDoubleClick={() => (item.kind === 'group' ? undefined : outline.current.setRenaming(item.key))}
    >
      {open === undefined ? (
        <span className={classes.noChevron} />
      ) : (
        <IconChevronRight
          size={13}
          aria-hidden
          className={classes.chevron}
          data-open={open || undefined}
          onClick={(event) => {
            event.stopPropagation();
            outline.current.fold(item.key, !open);
          }}
        />
      )}
      <Words item={item} since={since} />
    </div>
  );
});

function Words({ item, since }: { readonly item: OutlineItem; readonly since: 'added' | 'changed' | undefined }) {
  const isBound = useLive((records) => item.kind === 'node' && mustOf(records, item.node) !== undefined, [item]);
  if (item.kind === 'group') {
    const { icon: Symbol } = lookOf(item.of);
    return (
      <>
        <Symbol size={15} stroke={1.75} aria-hidden />
        <span className={classes.words}>{item.name}</span>
        <span className={classes.count}>{item.count}</span>
      </>
    );
  }
  return (
    <>
      {item.kind === 'way' ? <IconArrowRight size={13} aria-hidden className={classes.arrow} /> : null}
      <span className={classes.words}>
        {item.kind === 'way' ? (
          <>
            <span className="sr-only">{t('to ')}</span>
            {item.to}
            {item.edge.label ? <span className={classes.how}> {item.edge.label}</span> : null}
          </>
        ) : (
          labelOf(item.node)
        )}
      </span>
      {since ? <span className={classes.since}>{since === 'added' ? t('new') : t('changed')}</span> : null}
      {isBound ? <IconLock size={13} role="img" aria-label={t('Bound by what the client insists on')} /> : null}
      <ClashMark record={item.kind === 'node' ? item.node.id : item.edge.id} variant="icon" />
      <UnsentMark record={item.kind === 'node' ? item.node.id : item.edge.id} />
    </>
  );
}

interface RenamingProps {
  readonly item: OutlineItem;
  readonly drawing: Drawing;
  readonly outline: ReturnType<typeof useOutline>;
}

function Renaming({ item, drawing, outline }: RenamingProps) {
  const commit = useCommit();
  if (item.kind === 'group') return null;
  const { deal } = drawing.blueprint;
  const rename = async (label: string): Promise<void> => {
    const command =
      item.kind === 'node'
        ? editRecord('blueprintNode', item.node, { label }, { deal })
        : editRecord('blueprintEdge', item.edge, { label }, { deal });
    if (await commit(command)) outline.endRenaming(item.key);
  };
  return (
    <NameInput
      label={item.kind === 'node' ? t('Name') : t('What goes to {{to}}', { to: item.to })}
      value={(item.kind === 'node' ? item.node.label : item.edge.label) ?? ''}
      onCancel={() => outline.endRenaming(item.key)}
      onLeave={() => outline.endRenaming()}
      onName={rename}
    />
  );
}
