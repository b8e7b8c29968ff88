import { IconQuote } from '@tabler/icons-react';
import { VERDICT_NAMES } from '#shared/evidence/overrule';
import { recordTitle } from '#shared/records/title';
import { typeOf } from '#shared/records/registry';
import { EmptyState } from '../../components/EmptyState';
import { SectionCard } from '../../components/SectionCard';
import { useLive, useWorkspaceInfo } from '../../data/live';
import { useRecentClaims, type RecentClaim } from '../../ui-state/recent-claims';
import classes from './EvidenceScreen.module.css';
import { t } from '#shared/values/texts';

interface RecentClaimsProps {
  readonly onAsk: (claim: string, within: string) => void;
}

const NONE: readonly RecentClaim[] = [];

/** What was asked on this device lately, to ask again. */
export function RecentClaims({ onAsk }: RecentClaimsProps) {
  const { id } = useWorkspaceInfo();
  const claims = useRecentClaims((state) => state.byWorkspace[id] ?? NONE);
  if (claims.length === 0) {
    return (
      <EmptyState
        icon={IconQuote}
        title={t('Nothing asked yet')}
        text={t(
          'Write the claim as you would say it to a colleague. Other forms of the words, slips and words that mean the same are found too.',
        )}
      />
    );
  }
  return (
    <SectionCard flush title={t('Asked lately')}>
      <ul className={classes.recent}>
        {claims.map((asked) => (
          <li key={`${asked.claim} ${asked.within}`}>
            <button type="button" onClick={() => onAsk(asked.claim, asked.within)}>
              <span className={classes.recentClaim}>{asked.claim}</span>
              <span className={classes.recentPlace}>
                <Place within={asked.within} />
              </span>
              <span className={classes.recentVerdict} data-verdict={asked.verdict}>
                {VERDICT_NAMES[asked.verdict]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Place({ within }: { readonly within: string }) {
  const name = useLive(
    (records) => {
      const type = typeOf(within);
      const record = type && records.get(type, within);
      return record && recordTitle(record);
    },
    [within],
  );
  return <>{name ?? t('Everything')}</>;
}
