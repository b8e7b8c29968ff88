import { newDeal } from './new-deal';
import { expectAccounts, expectDeals, importCompanies } from './offline-work';
import { expectSync, expectSynced, joinAndSync, syncNow, test, unlock } from './sync-team';

test('two people work offline, the server is killed while it takes their work in, and nothing of either is lost', async ({
  server,
  team,
  computer,
}) => {
  test.setTimeout(240_000);
  const { members } = await team({ ana: ['partner', 'admin'], omar: ['AE', 'partner'] });
  const [one, other] = await Promise.all([computer('ana'), computer('omar')]);
  await joinAndSync(one.page, members.ana);
  await joinAndSync(other.page, members.omar);

  await newDeal(one.page, { name: 'Before the cut', account: 'Kestrel Foods' });
  await expectDeals(other.page, ['Before the cut']);

  for (const { relay } of Object.values(members)) relay.cut();
  await newDeal(one.page, { name: 'Ana offline', account: 'Kestrel Foods' });
  await importCompanies(one.page, 'ana', 400);
  await newDeal(other.page, { name: 'Omar offline', account: 'Kestrel Foods' });
  await importCompanies(other.page, 'omar', 400);
  await expectSync(one.page, 'offline');
  await expectSync(other.page, 'offline');

  // The server dies in the middle of what comes in: of Ana's work the first bytes are there, of Omar's nothing.
  const inMidPush = members.ana.relay.afterBytes(30_000);
  members.ana.relay.mend();
  await syncNow(one.page);
  await inMidPush;
  if (server.hub) await server.hub.kill();
  else members.ana.relay.cut();
  for (const { relay } of Object.values(members)) relay.mend();
  await server.hub?.startAgain();

  for (const { page } of [one, other]) {
    await syncNow(page);
    await expectSynced(page);
    await expectDeals(page, ['Before the cut', 'Ana offline', 'Omar offline']);
    await expectAccounts(page, 801);
  }
});

test('what was done offline outlives a restart of the app, and is sent when the network is back', async ({ team, computer }) => {
  test.setTimeout(180_000);
  const { members } = await team({ ana: ['partner', 'admin'], omar: ['AE', 'partner'] });
  const [one, other] = await Promise.all([computer('ana'), computer('omar')]);
  await joinAndSync(one.page, members.ana);
  await joinAndSync(other.page, members.omar);
  members.ana.relay.cut();
  await newDeal(one.page, { name: 'Written on a train', account: 'Kestrel Foods' });
  const page = await one.restart();
  await expectDeals(page, ['Written on a train']);
  members.ana.relay.mend();
  await unlock(page);
  await expectSynced(page);
  await expectDeals(other.page, ['Written on a train']);
});
