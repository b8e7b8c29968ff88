import { databaseOf } from '#shared/hub/protocol';
import { createRecord } from '#shared/records/write';
import { chainOf, storePages } from '../servers/fill';
import { expect } from './fixtures';
import { expectAccounts } from './offline-work';
import { signInToJoin, test } from './sync-team';

test('the first load says how far it is and leaves nothing behind when it is called off; asked again, all of it comes', async ({
  server,
  team,
  app,
}) => {
  test.setTimeout(180_000);
  const { workspace, members } = await team({ ana: ['partner', 'admin'] });
  const accounts = Array.from({ length: 20_000 }, (_, n) =>
    createRecord('account', `account:01J0000000000000000000${String(n).padStart(4, '0')}`, {
      name: `Account ${n}`,
      notes: 'words '.repeat(40),
    }),
  );
  await storePages(server, databaseOf(workspace, 'team'), chainOf(accounts), 'full');

  await signInToJoin(app, members.ana);
  await expect(app.getByRole('progressbar')).toBeVisible();
  await app.getByRole('button', { name: 'Cancel' }).click();
  await app.getByRole('button', { name: 'Join', exact: true }).waitFor();
  const databases = () =>
    app.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes('throughline-')));
  await expect.poll(databases).toEqual([]);

  await app.getByRole('button', { name: 'Join', exact: true }).click();
  await app.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 60_000 });
  await expectAccounts(app, 20_000);
});
