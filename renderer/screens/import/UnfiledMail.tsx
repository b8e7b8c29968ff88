import { MomentList } from '../../components/MomentList';
import { SectionCard } from '../../components/SectionCard';
import { numberText } from '../../components/text-of';
import { useLive } from '../../data/live';
import { unfiledMoments } from '../../data/reads/contacts';
import { t } from '#shared/values/texts';

/** Messages that came in without a deal: read them here and file them. Nothing while there are none. */
export function UnfiledMail() {
  const moments = useLive(unfiledMoments, []);
  if (moments.length === 0) return null;
  return (
    <SectionCard title={t('Not filed under a deal: {{length}}', { length: numberText(moments.length) })} flush>
      <MomentList moments={moments} first={10} />
    </SectionCard>
  );
}
