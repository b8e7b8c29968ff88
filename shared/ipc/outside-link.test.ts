import { describe, expect, it } from 'vitest';
import { allowedLink, outsideLink } from './outside-link';

describe('an address that leaves the app', () => {
  it.each([
    'https://example.com',
    'https://example.com:8443/a?b=c#d',
    'https://münchen.example/ü',
    'mailto:ada@example.com?subject=Hi',
    '  https://example.com  ',
  ])('%s may', (url) => expect(outsideLink(url)).toBe(url.trim()));

  it.each([
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://throughline/',
    'smb://server/share',
    'https://bank.example@evil.example/',
    'https:\\\\evil.example',
    'https:evil.example',
    'https://',
    'https://a b',
    'https://example.com/\u0000',
    'mailto:',
    '//example.com',
    '',
  ])('%j may not', (url) => expect(outsideLink(url)).toBeUndefined());
});

it('an address leaves the app only for hosts that the organisation allows; a mail always may', () => {
  const policy = { allowedHosts: ['*.firm.example'] };
  const said = ['https://wiki.firm.example/a?b=c#d', 'https://example.com', 'mailto:ada@example.com', 'file:///etc'].map(
    (url) => allowedLink(url, policy) !== undefined,
  );
  expect(said).toEqual([true, false, true, false]);
  expect(allowedLink('https://münchen.example/ü', {})).toBe('https://münchen.example/ü');
});
