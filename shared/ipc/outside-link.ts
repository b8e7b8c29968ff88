import { hostOf, mayReach, type Policy } from '#shared/policy/policy';

/**
 * The address when it may leave the app, else undefined: https and mailto only. Anything else (file:, javascript:,
 * a program's own scheme) could act on this computer. Pulled mail and notes carry such links.
 */
export function outsideLink(text: string): string | undefined {
  const url = text.trim();
  return HTTPS.test(url) || MAIL.test(url) ? url : undefined;
}

/** The same where the organisation allows its host, too. A mail goes by the person's own mail program, which has rules of its own. */
export function allowedLink(text: string, policy: Policy): string | undefined {
  const link = outsideLink(text);
  const isAllowed = link !== undefined && (MAIL.test(link) || !policy.allowedHosts || mayReach(policy, hostOf(link) ?? ''));
  return isAllowed ? link : undefined;
}

// No user name before the host: `https://bank.example@evil.example` means the latter and reads as the former.
const HTTPS = /^https:\/\/[^\s\p{Cc}/@\\?#]+(?:[/?#][^\s\p{Cc}]*)?$/iu;
const MAIL = /^mailto:[^\s\p{Cc}@?]+@[^\s\p{Cc}@]+$/iu;
