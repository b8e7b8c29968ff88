import { useSync } from '../../data/live';
import { DevicesCard } from './DevicesCard';
import { JoinCard } from './JoinCard';
import { LinkCard } from './LinkCard';
import { LocalHubCard } from './LocalHubCard';
import { QuarantineCard } from './QuarantineCard';
import type { SettingsSectionProps } from './settings-section';
import { ShareCard } from './ShareCard';
import { SignOutCard } from './SignOutCard';
import { TakenBackCard } from './TakenBackCard';

/** Where this workspace meets other people's devices, and how to begin or end that. */
export function ServerSettings({ onSignOut }: SettingsSectionProps) {
  const { link } = useSync();
  if (!link) {
    return (
      <>
        <ShareCard />
        <JoinCard />
        <LocalHubCard link={link} />
      </>
    );
  }
  return (
    <>
      <LinkCard link={link} />
      <LocalHubCard link={link} />
      <TakenBackCard />
      <DevicesCard />
      <QuarantineCard />
      <SignOutCard onSignOut={onSignOut} />
    </>
  );
}
