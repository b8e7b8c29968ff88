import { Switch } from '@mantine/core';
import { maySetSignals, type SignalSwitch as Switched, signalSettings, switchSignal } from '#shared/signals/signal-settings';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { useMyRoles } from '../use-my-roles';

/** Switches a signal, or the noting of visits, on or off for the whole firm. */
export function SignalSwitch({ name, label }: { readonly name: Switched; readonly label: string }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const isOn = useLive((live) => isOnIn(signalSettings(live), name), [name]);
  const maySet = maySetSignals(useMyRoles());
  return (
    <Switch
      size="sm"
      aria-label={label}
      checked={isOn}
      disabled={!maySet}
      onChange={(event) => void commit(switchSignal(name, event.currentTarget.checked, records))}
    />
  );
}

const isOnIn = (settings: ReturnType<typeof signalSettings>, name: Switched): boolean =>
  name === 'visits' ? settings.notesVisits : settings.on[name];
