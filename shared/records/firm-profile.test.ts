import { expect, test } from 'vitest';
import { firmFactId, firmFactKey, firmProfile, type FirmFact } from './firm-profile';
import { recordsFrom } from './records-from';
import type { Json } from '../ledger/entry';

const settings = (facts: Partial<Record<FirmFact, Json>>) =>
  recordsFrom(
    Object.entries(facts).map(([fact, value]) => ({
      id: firmFactId(fact as FirmFact),
      values: { key: firmFactKey(fact as FirmFact), value },
    })),
  );

const LOGO = `file:${'0a'.repeat(32)}`;

test('a firm that said nothing of itself is called as its workspace, and writes British English', () => {
  expect(firmProfile(settings({}), 'Halden & Pryce')).toEqual({ name: 'Halden & Pryce', language: 'en-GB' });
});

test('what the firm said of itself stands on its documents', () => {
  const said = {
    name: ' Halden & Pryce GmbH ',
    address: 'Am Sandtorkai 50\n20457 Hamburg',
    logo: LOGO,
    terms: 'Net 30 days.',
    language: 'en-US',
  };
  expect(firmProfile(settings(said), 'H&P')).toEqual({ ...said, name: 'Halden & Pryce GmbH' });
});

test('settings that no form of ours could have written are taken as not said', () => {
  const odd = { name: 7, address: '  ', logo: 'https://example.com/logo.png', terms: null, language: 'tlh' };
  expect(firmProfile(settings(odd), 'H&P')).toEqual({ name: 'H&P', language: 'en-GB' });
});
