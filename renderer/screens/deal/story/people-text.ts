import { joinedPerson } from '#shared/records/joined-person';
import type { Moment } from '#shared/records/registry';
import type { Records } from '#shared/records/records';

/** Who took part, by name: of a mail the sender and whom it went to, of everything else both sides. */
export function peopleText(moment: Moment, records: Records): string {
  if (moment.from) return moment.to ? `${namesIn(moment.from)} → ${namesIn(moment.to)}` : namesIn(moment.from);
  const contacts = moment.contacts.map((id) => records.get('contact', id)?.name);
  const people = moment.people.map((id) => joinedPerson(records, id)?.name);
  return [...contacts, ...people].filter((name) => name !== undefined).join(', ');
}

/** `Priya Nair <priya@northwind.example>, it@…` → `Priya Nair, it@…`. */
function namesIn(mailboxes: string): string {
  return mailboxes
    .split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(
      (mailbox) =>
        mailbox
          .replace(/<[^>]*>/, '')
          .replace(/"/g, '')
          .trim() || mailbox.trim(),
    )
    .filter(Boolean)
    .join(', ');
}
