import type { PowerMonitor } from 'electron';

/** Tells every window when the system locks its screen or goes to sleep; each decides by policy and choice whether it locks. */
export function lockWithSystem(power: Pick<PowerMonitor, 'on'>, tellAll: () => void): void {
  power.on('lock-screen', tellAll);
  power.on('suspend', tellAll);
}
