import { isJsonObject } from '#shared/ledger/json-check';
import type { KeyShelf } from '../backup/key-shelf';
import type { SideTables } from '../side-database';
import type { GroupShelf } from '../undo';
import { isGroup } from '../undo-groups';
import type { DamagedRange } from './damage';
import type { DamageShelf } from './open-recovery';
import { isLedger } from './sound-rows';

export const diskGroups = ({ groups }: SideTables): GroupShelf => ({
  all: async () => (await groups.all()).filter(isGroup),
  put: (group) => groups.put([group]),
  forget: async (ledger) => {
    const gone = (await groups.all()).filter((group) => group.ledger === ledger);
    await groups.table.bulkDelete(gone.map(({ id }) => id));
  },
});

const DAMAGE = 'damage';

/** Where it is remembered what is missing. */
export const diskDamage = ({ state }: SideTables): DamageShelf => ({
  load: async () => {
    const value = (await state.get(DAMAGE))?.value;
    return Array.isArray(value) ? value.filter(isRange) : [];
  },
  save: async (ranges) => {
    if (ranges.length === 0) await state.table.delete(DAMAGE);
    else await state.put([{ key: DAMAGE, value: ranges }]);
  },
});

function isRange(row: unknown): row is DamagedRange {
  if (!isJsonObject(row)) return false;
  const { ledger, device, from, to, reason } = row;
  return (
    isLedger(ledger) && typeof device === 'string' && Number.isSafeInteger(from) && Number.isSafeInteger(to) && typeof reason === 'string'
  );
}

const RECOVERY_KEY = 'recovery-key';

/** Where the key lies that opens backups of this workspace. */
export const diskKey = ({ state }: SideTables): KeyShelf => ({
  load: async () => {
    const value = (await state.get(RECOVERY_KEY))?.value;
    return typeof value === 'string' ? value : undefined;
  },
  save: (key) => state.put([{ key: RECOVERY_KEY, value: key }]),
});
