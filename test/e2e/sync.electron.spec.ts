import { newDeal } from './new-deal';
import { expectAccounts, expectDeals, importCompanies } from './offline-work';
import { expectSync, expectSynced, joinAndSync, syncNow, test, unlock } from './sync-team';

test('two browsers and a desktop that worked offline meet on a server that was killed in between, and all show all of it', async ({
  server,
  team,
  computer,
}) => {
  test.skip(process.env['THROUGHLINE_CHROMIUM'] === undefined, 'no browser is here to meet the desktop');
  test.setTimeout(300_000);
  const { members } = await team({ ana: ['partner', 'admin'], omar: ['AE', 'partner'], pia: ['PM', 'partner'] });
  const desktop = await computer('pia', 'electron');
  const [one, other] = await Promise.all([computer('ana'), computer('omar')]);
  const everybody = [
    { app: one, member: members.ana, name: 'ana' },
    { app: other, member: members.omar, name: 'omar' },
    { app: desktop, member: members.pia, name: 'pia' },
  ];
  for (const { app, member } of everybody) await joinAndSync(app.page, member);
  for (const { member } of everybody) member.relay.cut();
  for (const { app, name } of everybody) {
    await newDeal(app.page, { name: `Offline by ${name}`, account: `Client of ${name}` });
    await importCompanies(app.page, name, 150);
    await expectSync(app.page, 'offline');
  }

  const inMidPush = members.pia.relay.afterBytes(20_000);
  members.pia.relay.mend();
  await syncNow(desktop.page);
  await inMidPush;
  if (server.hub) await server.hub.kill();
  else members.pia.relay.cut();
  for (const { member } of everybody) member.relay.mend();
  await server.hub?.startAgain();

  const pages = [one.page, other.page, await desktop.restart()];
  for (const page of pages) {
    await unlock(page);
    await syncNow(page);
    await expectSynced(page);
  }
  for (const page of pages) {
    await expectDeals(
      page,
      everybody.map(({ name }) => `Offline by ${name}`),
    );
    await expectAccounts(page, 453);
  }
});
