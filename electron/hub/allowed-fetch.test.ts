import { expect, it } from 'vitest';
import { allowedFetch } from './allowed-fetch';
import { NotAllowed, refusalOf } from './refusal';

it('nothing is sent to a server that the organisation does not allow, and the person is told why', async () => {
  const sent: string[] = [];
  const fetch = allowedFetch(
    async (url) => {
      sent.push(url);
      return new Response('{}');
    },
    { serverUrl: 'https://hub.firm.example/team', allowedHosts: [] },
  );
  await fetch('https://hub.firm.example/team/_session', {});
  await fetch('https://hub.firm.example/team', {});
  const refused = [
    'https://hub.firm.example/teams/_session',
    'https://evil.example/team/_session',
    'http://hub.firm.example/team/_session',
  ];
  for (const url of refused) await expect(fetch(url, {})).rejects.toThrow(NotAllowed);
  expect(sent).toEqual(['https://hub.firm.example/team/_session', 'https://hub.firm.example/team']);
  const error: unknown = await fetch('https://evil.example', {}).catch((reason: unknown) => reason);
  expect(refusalOf(error, 'https://evil.example')).toEqual({
    ok: false,
    kind: 'not-allowed',
    message: 'Your organisation has set the server of this computer: https://hub.firm.example/team. Another cannot be used.',
  });
});
