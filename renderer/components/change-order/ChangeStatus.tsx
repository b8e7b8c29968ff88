import type { ChangeOrder } from '#shared/records/registry';
import { sentence } from '../FieldValue';
import classes from './ChangeStatus.module.css';

/** Where a change order stands, in a word and a colour. */
export function ChangeStatus({ order }: { readonly order: Pick<ChangeOrder, 'status'> }) {
  return (
    <span className={classes.status} data-status={order.status}>
      {sentence(order.status)}
    </span>
  );
}
