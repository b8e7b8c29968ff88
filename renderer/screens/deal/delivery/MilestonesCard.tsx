import { Button, Menu, ActionIcon } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { milestoneState } from '#shared/delivery/plan';
import { slippedDays, slipDays, type MilestoneSlips } from '#shared/delivery/slips';
import type { Deal, Milestone } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { DateText } from '../../../components/DateText';
import { MoneyText } from '../../../components/MoneyText';
import { RecordLink } from '../../../components/RecordLink';
import { SectionCard } from '../../../components/SectionCard';
import { countText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { ValueHistory } from '../../../components/ValueHistory';
import { useLive } from '../../../data/live';
import { deliveryMilestones } from '../../../data/reads/delivery';
import { MilestoneDialog, NewMilestoneDialog, type MilestoneAct } from './MilestoneDialogs';
import { MilestoneSign, STATE_WORDS } from './MilestoneSign';
import classes from './Milestones.module.css';
import { PARTY_WORDS } from '../../../components/party-choices';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface MilestonesCardProps {
  readonly deal: Deal;
  /** Body of the id of the milestone that an address names. */
  readonly chosen: string | undefined;
}

type Asked = { readonly act: MilestoneAct; readonly milestone: Milestone };

/** The dates that both sides look at: reached, accepted or moved, and how they came to where they stand. */
export function MilestonesCard({ deal, chosen }: MilestonesCardProps) {
  const milestones = useLive((records) => deliveryMilestones(records, deal.id), [deal.id]);
  const [asked, setAsked] = useState<Asked>();
  const [adds, setAdds] = useState(false);
  const mayWrite = useMayWrite('milestone');
  return (
    <div data-section="milestones">
      <SectionCard
        flush
        title={t('Milestones')}
        actions={
          mayWrite ? (
            <Button size="compact-xs" variant="default" leftSection={<IconPlus size={13} />} onClick={() => setAdds(true)}>
              {t('Add a milestone')}
            </Button>
          ) : undefined
        }
      >
        {milestones.length === 0 ? (
          <p className={classes.none}>
            {t('No date stands yet. Add the dates that both sides look at; one with a fee can be billed once it is reached.')}
          </p>
        ) : null}
        <ul className={classes.lines} aria-label={t('Milestones')}>
          {milestones.map((slips) => (
            <MilestoneLine
              key={slips.milestone.id}
              slips={slips}
              chosen={slips.milestone.id === `milestone:${chosen ?? ''}`}
              onAct={mayWrite ? (act) => setAsked({ act, milestone: slips.milestone }) : undefined}
            />
          ))}
        </ul>
        <SlippedLine milestones={milestones} />
      </SectionCard>
      {asked ? <MilestoneDialog {...asked} deal={deal} onClose={() => setAsked(undefined)} /> : null}
      {adds ? <NewMilestoneDialog deal={deal} onClose={() => setAdds(false)} /> : null}
    </div>
  );
}

interface MilestoneLineProps {
  readonly slips: MilestoneSlips;
  readonly chosen: boolean;
  readonly onAct: ((act: MilestoneAct) => void) | undefined;
}

function MilestoneLine({ slips, chosen, onAct }: MilestoneLineProps) {
  const { milestone } = slips;
  const state = milestoneState(milestone, useToday());
  return (
    <li className={classes.line} data-chosen={chosen || undefined} data-state={state}>
      <MilestoneSign state={state} />
      <div className={classes.what}>
        <span className={classes.title}>{milestone.title}</span>
        <span className={classes.facts}>
          <StateWords milestone={milestone} />
          {milestone.fee ? (
            <>
              {' · '}
              <MoneyText value={milestone.fee} whole />
            </>
          ) : null}
        </span>
        <SlipLines slips={slips} />
      </div>
      <span className={classes.date}>
        {milestone.due ? <DateText value={milestone.due} /> : t('no date')}
        <ClashMark record={milestone.id} field="due" label={t('Due')} />
        <ValueHistory record={milestone.id} field="due" />
      </span>
      {onAct ? <MilestoneActs milestone={milestone} onAct={onAct} /> : null}
    </li>
  );
}

function StateWords({ milestone }: { readonly milestone: Milestone }) {
  const state = milestoneState(milestone, useToday());
  if (state === 'accepted') {
    return (
      <>
        <Sentence
          text={t('Accepted{{value}}<recordLink/>{{value2}}<date/><value3/><clashMark/>')}
          parts={{
            recordLink: <RecordLink type="contact" id={milestone.acceptedBy} inText />,
            date: <DateText value={milestone.acceptedAt} />,
            value3: milestone.sourceMoment ? (
              <>
                {' · '}
                <RecordLink type="moment" id={milestone.sourceMoment} inText>
                  {t('where they said so')}
                </RecordLink>
              </>
            ) : null,
            clashMark: <ClashMark record={milestone.id} field="acceptedAt" label={t('Accepted')} />,
          }}
          values={{ value: milestone.acceptedBy ? t(' by ') : '', value2: milestone.acceptedAt ? t(' on ') : '' }}
        />
      </>
    );
  }
  if (state !== 'reached') return <>{STATE_WORDS[state]}</>;
  return (
    <>
      <Sentence
        text={t('Reached on <date/>, not accepted yet<clashMark/>')}
        parts={{
          date: <DateText value={milestone.reachedAt} />,
          clashMark: <ClashMark record={milestone.id} field="reachedAt" label={t('Reached')} />,
        }}
      />
    </>
  );
}

/** Each move with its days, cause and party; what was moved offline to a day that was not chosen; what nobody explained. */
function SlipLines({ slips: { slips, setAside, unexplained } }: { readonly slips: MilestoneSlips }) {
  if (slips.length + setAside.length === 0) return null;
  return (
    <ul className={classes.slips}>
      {slips.map((slip) => (
        <li key={slip.id}>
          <Sentence
            text={t('{{signed}} · {{value}}{{value2}} (from <date/>)<clashMark/>')}
            parts={{ date: <DateText value={slip.from} />, clashMark: <ClashMark record={slip.id} field="party" label={t('Caused by')} /> }}
            values={{ signed: signed(slipDays(slip)), value: PARTY_WORDS[slip.party], value2: slip.cause ? ` · ${slip.cause}` : '' }}
          />
        </li>
      ))}
      {unexplained === 0 ? null : <li>{t('{{unexplained}} · nobody said why', { unexplained: signed(unexplained) })}</li>}
      {setAside.map((slip) => (
        <li key={slip.id} className={classes.aside}>
          <Sentence
            text={t('Not counted: moved offline to <date/>{{value}}')}
            parts={{ date: <DateText value={slip.to} /> }}
            values={{ value: slip.cause ? ` · ${slip.cause}` : '' }}
          />
        </li>
      ))}
    </ul>
  );
}

/** Days lost over all milestones, by whose doing it was. */
function SlippedLine({ milestones }: { readonly milestones: readonly MilestoneSlips[] }) {
  const days = slippedDays(milestones);
  const parties = (['us', 'client', 'third party'] as const).filter((party) => days[party] !== 0);
  if (parties.length === 0) return null;
  return (
    <p className={classes.sum}>
      <b>{t('Slipped')}</b> {parties.map((party) => `${PARTY_WORDS[party].toLowerCase()} ${signed(days[party])}`).join(' · ')}
    </p>
  );
}

function signed(days: number): string {
  return `${days > 0 ? '+' : '−'}${countText(Math.abs(days), 'day', 'days')}`;
}

/** The next thing to do as a button, the rest in a menu. */
function MilestoneActs({ milestone, onAct }: { readonly milestone: Milestone; readonly onAct: (act: MilestoneAct) => void }) {
  const { title, reachedAt, acceptedAt, acceptedBy, due } = milestone;
  const isAccepted = acceptedAt !== undefined || acceptedBy !== undefined;
  return (
    <span className={classes.tools}>
      {isAccepted ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={reachedAt ? t('Accept… {{title}}', { title }) : t('Reached… {{title}}', { title })}
          onClick={() => onAct(reachedAt ? 'accept' : 'reach')}
        >
          {reachedAt ? t('Accept…') : t('Reached…')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('More for {{title}}', { title })}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {reachedAt ? null : <Menu.Item onClick={() => onAct('move')}>{due ? t('Move…') : t('Set a date…')}</Menu.Item>}
          {reachedAt || isAccepted ? null : <Menu.Item onClick={() => onAct('accept')}>{t('Reached and accepted…')}</Menu.Item>}
          {reachedAt ? <Menu.Item onClick={() => onAct('unreach')}>{t('Not reached after all…')}</Menu.Item> : null}
          <Menu.Item onClick={() => onAct('edit')}>{t('Change title or fee…')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
