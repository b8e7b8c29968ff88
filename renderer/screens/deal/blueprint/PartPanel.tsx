import { ActionIcon, Select } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconLock, IconTrash, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { mustOf } from '#shared/blueprint/coverage';
import { labelOf } from '#shared/blueprint/parts';
import type { BlueprintEdge, BlueprintNode } from '#shared/records/registry';
import { definitionOf, isOfType } from '#shared/records/registry';
import { archiveRecord } from '#shared/records/write';
import { FieldEditor } from '../../../components/FieldEditor';
import { QuietButton } from '../../../components/QuietButton';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { SidePanel } from '../SidePanel';
import { lookOf } from './kinds';
import classes from './PartPanel.module.css';
import { NOTHING, type Drawing } from './use-drawing';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface NodePanelProps {
  readonly drawing: Drawing;
  readonly node: BlueprintNode;
  /** Where `C` in the outline leads. */
  readonly connectRef: RefObject<HTMLInputElement | null>;
}

/** One node, whole: every fact of it edited in place, what it is connected with, and where it stands. */
export function NodePanel({ drawing, node, connectRef }: NodePanelProps) {
  const { icon: Symbol, name } = lookOf(node.kind);
  const isOfDeal = useOfDeal(drawing);
  const must = useLive((records) => mustOf(records, node), [node]);
  return (
    <SidePanel
      label={labelOf(node)}
      head={
        <>
          <Symbol size={16} stroke={1.75} aria-hidden /> {name}
        </>
      }
      actions={<Remove drawing={drawing} label={t('Remove {{node}}', { node: labelOf(node) })} />}
      onClose={() => drawing.choose(NOTHING)}
    >
      <div className={classes.name}>
        <FieldEditor type="blueprintNode" id={node.id} field="label" variant="bare" />
      </div>
      {must ? (
        <p className={classes.must}>
          <IconLock size={15} aria-hidden />
          <span>
            <b>{t('Must:')}</b> {must.text}
          </span>
        </p>
      ) : null}
      <div className={classes.facts}>
        {(['kind', 'description', 'scopeLine', 'constraint'] as const).map((field) => (
          <div key={field}>
            <span className={classes.title}>{definitionOf('blueprintNode').fields[field]?.label}</span>
            <FieldEditor type="blueprintNode" id={node.id} field={field} variant="bare" within={isOfDeal} />
          </div>
        ))}
      </div>
      <Connections drawing={drawing} node={node} connectRef={connectRef} />
      <Place drawing={drawing} />
    </SidePanel>
  );
}

/** Only what belongs to the deal is offered. */
function useOfDeal({ blueprint: { deal } }: Drawing): (record: { readonly id: string }) => boolean {
  return (record) => 'deal' in record && record.deal === deal;
}

function Remove({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={() => void drawing.acts.remove()}>
      <IconTrash size={16} />
    </ActionIcon>
  );
}

function Connections({ drawing: { parts, acts, choose, blueprint }, node, connectRef }: NodePanelProps) {
  const commit = useCommit();
  const names = new Map(parts.nodes.map((other) => [other.id, labelOf(other)]));
  const ways = parts.edges.filter(({ from, to }) => from === node.id || to === node.id);
  const connected = new Set(ways.filter(({ from }) => from === node.id).map(({ to }) => to));
  const open = parts.nodes.filter(({ id }) => id !== node.id && !connected.has(id));
  return (
    <section aria-label={t('Connections')} className={classes.ways}>
      <h2 className={classes.title}>{t('Connections')}</h2>
      {ways.length > 0 ? (
        <ul className={classes.list}>
          {ways.map((edge) => (
            <li key={edge.id}>
              {edge.from === node.id ? (
                <IconArrowRight size={14} aria-label={t('to')} />
              ) : (
                <IconArrowLeft size={14} aria-label={t('from')} />
              )}
              <button type="button" className={classes.way} onClick={() => choose([edge.id])}>
                {names.get(edge.from === node.id ? edge.to : edge.from)}
                {edge.label ? <span className={classes.how}> {edge.label}</span> : null}
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('Disconnect {{names}}', { names: names.get(edge.from === node.id ? edge.to : edge.from) ?? '' })}
                onClick={() => void commit({ ...archiveRecord(edge, { deal: blueprint.deal }), act: 'blueprint.remove' })}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <Select
        ref={connectRef}
        size="xs"
        searchable
        selectFirstOptionOnChange
        aria-label={t('Connect to')}
        placeholder={open.length > 0 ? t('Connect to…') : t('Nothing left to connect to')}
        disabled={open.length === 0}
        value={null}
        data={open.map(({ id }) => ({ value: id, label: names.get(id) ?? '' }))}
        onChange={(to) => {
          if (isOfType('blueprintNode', to ?? undefined)) void acts.connect(node.id, to as BlueprintNode['id']);
        }}
      />
    </section>
  );
}

const STEPS = [
  { label: t('Move left'), icon: IconArrowLeft, by: [-1, 0] },
  { label: t('Move right'), icon: IconArrowRight, by: [1, 0] },
  { label: t('Move up'), icon: IconArrowUp, by: [0, -1] },
  { label: t('Move down'), icon: IconArrowDown, by: [0, 1] },
] as const;

/** Moves what is chosen a step of the grid, for those who do not drag. */
export function Place({ drawing }: { readonly drawing: Drawing }) {
  return (
    <div className={classes.place} role="group" aria-label={t('Place in the drawing')}>
      <span className={classes.title}>{t('Place')}</span>
      {STEPS.map(({ label, icon: Symbol, by: [across, down] }) => (
        <ActionIcon key={label} variant="default" size={28} aria-label={label} onClick={() => void drawing.acts.nudge(across, down)}>
          <Symbol size={15} />
        </ActionIcon>
      ))}
    </div>
  );
}

const EDGE_FACTS = [
  { field: 'label', label: t('What goes over it') },
  { field: 'kind', label: t('Kind') },
  { field: 'scopeLine', label: t('Scope line') },
  { field: 'constraint', label: t('Constraint') },
] as const;

/** One connection: what goes over it, of what kind it is, and its two ends. */
export function EdgePanel({ drawing, edge }: { readonly drawing: Drawing; readonly edge: BlueprintEdge }) {
  const { records } = useWorkspace();
  const isOfDeal = useOfDeal(drawing);
  const [from, to] = [edge.from, edge.to].map((id) => records.get('blueprintNode', id));
  const ends = `${from ? labelOf(from) : ''} → ${to ? labelOf(to) : ''}`;
  return (
    <SidePanel
      label={ends}
      head={
        <>
          <Sentence
            text={t('<iconArrowRight/> Connection')}
            parts={{ iconArrowRight: <IconArrowRight size={16} stroke={1.75} aria-hidden /> }}
          />
        </>
      }
      actions={<Remove drawing={drawing} label={t('Remove the connection')} />}
      onClose={() => drawing.choose(NOTHING)}
    >
      <div className={classes.ends}>
        {[from, to].map((node, at) =>
          node ? (
            <QuietButton key={node.id} onClick={() => drawing.choose([node.id])}>
              {at === 0 ? t('From') : t('To')} {labelOf(node)}
            </QuietButton>
          ) : null,
        )}
      </div>
      <div className={classes.facts}>
        {EDGE_FACTS.map(({ field, label }) => (
          <div key={field}>
            <span className={classes.title}>{label}</span>
            <FieldEditor type="blueprintEdge" id={edge.id} field={field} label={label} variant="bare" within={isOfDeal} />
          </div>
        ))}
      </div>
    </SidePanel>
  );
}

/** Several parts at once: what can be done with all of them stands in the toolbar and here. */
export function ManyPanel({ drawing }: { readonly drawing: Drawing }) {
  const count = drawing.chosen.size;
  return (
    <SidePanel
      label={t('{{number}} chosen', { number: count })}
      head={t('{{number}} parts chosen', { number: count })}
      actions={<Remove drawing={drawing} label={t('Remove {{number}} parts', { number: count })} />}
      onClose={() => drawing.choose(NOTHING)}
    >
      <p className={classes.hint}>
        {t('Align or copy them by the toolbar, move them together, or remove them. Each is one step, and one undo takes it back.')}
      </p>
      <Place drawing={drawing} />
    </SidePanel>
  );
}
