import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../components/Page';
import { RecordLink } from '../../components/RecordLink';
import { useLive } from '../../data/live';
import { scopeWithin } from '../../data/reads/evidence';
import { ClaimForm } from './ClaimForm';
import { EvidenceResult } from './EvidenceResult';
import classes from './EvidenceScreen.module.css';
import { RecentClaims } from './RecentClaims';
import { t } from '#shared/values/texts';

/** "Was this promised?": a claim in, a verdict with the words that decide it out; for a negative, what was not covered. */
export function EvidenceScreen() {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const claim = address.get('claim') ?? '';
  const within = address.get('in') ?? '';
  const scope = useLive((records) => scopeWithin(within, records), [within]);
  const ask = useCallback(
    (asked: string, where: string) => {
      const query = new URLSearchParams({ ...(asked && { claim: asked }), ...(where && { in: where }) });
      void navigate(`/evidence?${query.toString()}`);
    },
    [navigate],
  );
  return (
    <Page
      title={t('Was this promised?')}
      name={t('Evidence')}
      crumb={
        scope.kind === 'deal' ? (
          <RecordLink type="deal" id={scope.deal} />
        ) : scope.kind === 'account' ? (
          <RecordLink type="account" id={scope.account} />
        ) : undefined
      }
      subtitle={t('Write what somebody says was promised. The answer quotes the exact words, or says what was searched and what was not.')}
    >
      <div className={classes.evidence}>
        <ClaimForm key={`form ${claim} ${within}`} claim={claim} within={within} onAsk={ask} />
        {claim.trim() ? (
          <EvidenceResult key={`result ${claim} ${within}`} claim={claim} scope={scope} onAsk={ask} />
        ) : (
          <RecentClaims onAsk={ask} />
        )}
      </div>
    </Page>
  );
}
