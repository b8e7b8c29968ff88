import { Select } from '@mantine/core';
import type { Proposal } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import { dateText } from '../../../components/text-of';
import { UnsentMark } from '../../../components/UnsentMark';
import classes from './Proposal.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface VersionRailProps {
  /** The newest first. */
  readonly versions: readonly Proposal[];
  readonly shown: Proposal;
  readonly against: Proposal | undefined;
  readonly onShow: (proposal: Proposal) => void;
  readonly onCompare: (other: Proposal | undefined) => void;
}

/** The versions of an offer, how each stands, and which one the shown one is held against. */
export function VersionRail({ versions, shown, against, onShow, onCompare }: VersionRailProps) {
  const others = versions.filter(({ id }) => id !== shown.id);
  return (
    <div className={classes.rail}>
      <nav className={classes.versions} aria-label={t('Versions')}>
        {versions.map((proposal) => (
          <span key={proposal.id} className={classes.versionBox}>
            <button type="button" className={classes.version} aria-pressed={proposal.id === shown.id} onClick={() => onShow(proposal)}>
              <Sentence
                text={t('Version {{version}}<span/>')}
                parts={{
                  span: (
                    <span className={classes.standing} data-status={proposal.status}>
                      {standingText(proposal)}
                    </span>
                  ),
                }}
                values={{ version: proposal.version }}
              />
            </button>
            <ClashMark record={proposal.id} variant="icon" />
            <UnsentMark record={proposal.id} />
          </span>
        ))}
      </nav>
      {others.length > 0 ? (
        <Select
          size="xs"
          className={classes.against}
          aria-label={t('Compare with')}
          placeholder={t('Compare with…')}
          clearable
          data={others.map(({ id, version, status }) => ({ value: id, label: t('Version {{version}} ({{status}})', { version, status }) }))}
          value={against?.id ?? null}
          onChange={(id) => onCompare(others.find((other) => other.id === id))}
        />
      ) : null}
    </div>
  );
}

/** `sent 12 Nov 2026` */
function standingText({ status, sentAt, acceptedAt }: Proposal): string {
  const day = status === 'accepted' ? acceptedAt : status === 'sent' ? sentAt : undefined;
  return day ? `${status} ${dateText(day)}` : status;
}
