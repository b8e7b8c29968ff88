/**
 * The instant at which clocks in a zone of the world (`Europe/Berlin`) show these figures, given as milliseconds as if they
 * were UTC; undefined for a zone that is not known by that name. Of two instants, in the hour that clocks show twice, one.
 */
export function instantInZone(zone: string, shown: number): string | undefined {
  const offset = offsetIn(zone, shown);
  if (offset === undefined) return undefined;
  const instant = shown - (offsetIn(zone, shown - offset) ?? offset);
  return new Date(instant).toISOString();
}

/** Milliseconds that clocks in the zone are ahead of UTC at an instant. */
function offsetIn(zone: string, instant: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).formatToParts(new Date(instant));
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
    return (
      Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
      Math.floor(instant / 1000) * 1000
    );
  } catch {
    // The name is none that the platform knows.
    return undefined;
  }
}
