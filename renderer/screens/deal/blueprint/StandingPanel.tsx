import { Button } from '@mantine/core';
import { likelyLine, linkNode, unlinkedOf, type Unlinked } from '#shared/blueprint/coverage';
import { labelOf } from '#shared/blueprint/parts';
import type { BlueprintNode, ScopeLine } from '#shared/records/registry';
import { RefPicker } from '../../../components/RefPicker';
import { useCommit, useLive } from '../../../data/live';
import { ChangesSince } from './ChangesSince';
import { lookOf } from './kinds';
import classes from './StandingPanel.module.css';
import type { Approved } from './use-approved';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface StandingPanelProps {
  readonly drawing: Drawing;
  readonly approved: Approved | undefined;
  readonly onOpen: (id: string) => void;
}

/** How the blueprint stands: what changed since it was approved, and where drawing and scope do not answer to each other. */
export function StandingPanel({ drawing, approved, onOpen }: StandingPanelProps) {
  const { blueprint } = drawing;
  const unlinked = useLive((records) => unlinkedOf(records, blueprint), [blueprint]);
  return (
    <aside className={classes.panel} aria-label={t('How it stands')}>
      {approved ? <ChangesSince blueprint={blueprint} approved={approved} onOpen={onOpen} /> : null}
      <NotSold drawing={drawing} unlinked={unlinked} onOpen={onOpen} />
      <NotDrawn drawing={drawing} lines={unlinked.lines} />
    </aside>
  );
}

interface NotSoldProps {
  readonly drawing: Drawing;
  readonly unlinked: Unlinked;
  readonly onOpen: (id: string) => void;
}

function NotSold({ drawing, unlinked: { nodes, lines }, onOpen }: NotSoldProps) {
  const all = useLive((records) => records.of('scopeLine', 'deal', drawing.blueprint.deal), [drawing.blueprint.deal]);
  return (
    <section className={classes.group} aria-label={t('Drawn, not in the scope')}>
      <h2 className={classes.title}>
        <Sentence text={t('Drawn, not in the scope <span/>')} parts={{ span: <span className={classes.count}>{nodes.length}</span> }} />
      </h2>
      {nodes.length === 0 ? (
        <p className={classes.none}>{drawing.parts.nodes.length ? t('Every node has its scope line.') : t('Nothing is drawn yet.')}</p>
      ) : null}
      <ul className={classes.list}>
        {nodes.map((node) => (
          <Unsold
            key={node.id}
            drawing={drawing}
            node={node}
            likely={likelyLine(node, lines) ?? likelyLine(node, all)}
            hasLines={all.length > 0}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

interface UnsoldProps extends Pick<NotSoldProps, 'drawing' | 'onOpen'> {
  readonly node: BlueprintNode;
  readonly likely: ScopeLine | undefined;
  readonly hasLines: boolean;
}

function Unsold({ drawing: { blueprint }, node, likely, hasLines, onOpen }: UnsoldProps) {
  const commit = useCommit();
  const { icon: Symbol } = lookOf(node.kind);
  const link = (line: Pick<ScopeLine, 'id'>): void => void commit(linkNode(blueprint, node, line));
  return (
    <li className={classes.item}>
      <button type="button" className={classes.open} onClick={() => onOpen(node.id)}>
        <Symbol size={14} stroke={1.75} aria-hidden /> {labelOf(node)}
      </button>
      {likely ? (
        <Button size="compact-xs" variant="default" className={classes.likely} onClick={() => link(likely)}>
          {t('Link to “{{title}}”', { title: likely.title })}
        </Button>
      ) : null}
      {hasLines ? (
        <RefPicker
          to="scopeLine"
          value={undefined}
          aria-label={t('Scope line of {{node}}', { node: labelOf(node) })}
          placeholder={likely ? t('or another line…') : t('Link to a line…')}
          within={(line) => 'deal' in line && line.deal === blueprint.deal}
          onChange={(id) => (id ? link({ id: id as ScopeLine['id'] }) : undefined)}
        />
      ) : null}
    </li>
  );
}

function NotDrawn({ drawing, lines }: { readonly drawing: Drawing; readonly lines: readonly ScopeLine[] }) {
  return (
    <section className={classes.group} aria-label={t('In the scope, not drawn')}>
      <h2 className={classes.title}>
        <Sentence text={t('In the scope, not drawn <span/>')} parts={{ span: <span className={classes.count}>{lines.length}</span> }} />
      </h2>
      {lines.length === 0 ? (
        <p className={classes.none}>{t('Every line of scope that is still sold is drawn, or there is none yet.')}</p>
      ) : null}
      <ul className={classes.list}>
        {lines.map((line) => (
          <li key={line.id} className={classes.item}>
            <span>{line.title}</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void drawing.acts.add({ kind: 'process', label: line.title, scopeLine: line })}
              aria-label={t('Draw {{title}}', { title: line.title })}
            >
              {t('Draw it')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
