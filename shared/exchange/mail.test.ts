import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text';
import { parseMail } from './parse-mail';
import { headerInstant, sentAt } from './mail-date';
import { messageBytes as message } from '../../test/fixtures/messages';
import { sampleFile, SAMPLES_ARE_HERE } from '../../test/fixtures/samples';

const sample = (name: string) => sampleFile('mail', name).bytes;
const read = async (bytes: Uint8Array, name = 'a.eml') => {
  const mail = await parseMail(bytes, name);
  if (!mail.ok) throw new Error(mail.error);
  return mail.value;
};

describe('a message', () => {
  it('is read with its people in lower case, its words, and the instant it was sent', async () => {
    const mail = await read(
      message({
        From: '"Priya Nair" <Priya@Northwind.Example>',
        To: 'ana@firm.example, Tom <TOM@northwind.example>',
        Cc: 'pm@firm.example',
        Subject: '=?UTF-8?B?R3LDvMOfZQ==?=',
        Date: 'Fri, 3 Apr 2026 15:10:00 +0200',
        'Message-ID': '<a@x>',
        References: '<r1@x> <r2@x>',
        'In-Reply-To': '<r2@x>',
      }),
    );
    expect(mail).toMatchObject({
      from: [{ name: 'Priya Nair', address: 'priya@northwind.example' }],
      to: [{ address: 'ana@firm.example' }, { name: 'Tom', address: 'tom@northwind.example' }],
      cc: [{ address: 'pm@firm.example' }],
      subject: 'Grüße',
      at: '2026-04-03T13:10:00.000Z',
      messageId: 'a@x',
      references: ['r1@x', 'r2@x'],
      text: 'Agreed: nightly file drop.',
      problems: [],
    });
  });

  it('with a date that is none takes the time at which the first server received it, and says so', () => {
    const received = ['by b; Mon, 5 Nov 2007 20:17:37 +1100 (EST)', 'by a; Mon, 5 Nov 2007 20:18:24 +1100 (EST)'];
    expect(sentAt('Pn, 29 paX 2007 21:13:00 +0100', received)).toEqual({
      at: '2007-11-05T09:18:24.000Z',
      problem: expect.stringContaining(
        '“Pn, 29 paX 2007 21:13:00 +0100”, is not a date: the time at which the first server received it is used.',
      ),
    });
    expect(sentAt(undefined, [])).toEqual({ problem: 'The message has no date, and no server on its way noted one.' });
  });

  it('has the same time on every device when it names no zone', () => {
    expect(headerInstant('Fri, 3 Apr 2026 15:10:00')).toBe('2026-04-03T15:10:00.000Z');
    expect(headerInstant('3 Apr 2026 15:10:00 -0500')).toBe('2026-04-03T20:10:00.000Z');
    expect(headerInstant('yesterday')).toBeUndefined();
  });

  it('of HTML alone is read as words: no style, no script, entities resolved', () => {
    expect(htmlText('<style>p{}</style><p>Hi&nbsp;Ana &amp; Tom,</p><div>10&euro; &#8212; ok<br>bye</div><script>alert(1)</script>')).toBe(
      'Hi Ana & Tom,\n\n10€ — ok\nbye',
    );
    expect(htmlText('a < b')).toBe('a');
    expect(htmlText('<ul><li>one</li><li>two</li></ul>')).toBe('• one\n• two');
  });

  it('costs no more than its length to read, however hostile its HTML', () => {
    const began = performance.now();
    htmlText('<script>'.repeat(50_000));
    htmlText('<'.repeat(200_000));
    htmlText('<!--'.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('never throws, whatever the bytes', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1500 }), fc.boolean(), async (raw, outlook) => {
        const bytes = outlook ? Uint8Array.from([...head, ...raw]) : raw;
        const mail = await parseMail(bytes, 'x');
        expect(typeof (mail.ok ? mail.value.text : mail.error)).toBe('string');
      }),
    );
  });
});

describe.runIf(SAMPLES_ARE_HERE)('the sample messages', () => {
  it('in Shift-JIS, EUC-KR and raw UTF-8 headers are read as their writers wrote them', async () => {
    expect((await read(sample('japanese_shift_jis.eml'))).text).toContain('このメールはテスト用のメールです');
    expect((await read(sample('ks_c_5601-1987.eml'))).text).toBe('스티해');
    expect((await read(sample('utf8_headers.eml'))).from).toEqual([{ name: 'Jöhn Doe', address: 'jdöe@mächine.example' }]);
  });

  it('of Outlook are read, Unicode or in code page 932, with a message inside and its attachments', async () => {
    expect((await read(sample('Hello__CJK.msg'))).text).toBe('Hello\nC 你好\nJ こんにちは\nK 안녕하세요');
    const japanese = await read(sample('nonUnicodeCP932.msg'));
    expect(japanese).toMatchObject({ subject: '日本語 Non Unicode タイトル', format: 'msg' });
    expect(japanese.text).toContain('日本語 Non Unicode 本文');
    const outer = await read(sample('msgInMsg.msg'));
    expect(outer.attachments.map(({ name, bytes }) => [name, bytes.length > 100])).toEqual([
      ['Microsoft Outlook テスト メッセージ.msg', true],
      ['green.png', true],
    ]);
    expect(outer.text).toContain('From: Microsoft Outlook <xmailuser@xmailserver.test>');
  });

  it('to two people without a comma between them is to two people', async () => {
    expect((await read(sample('raw_email_multiple_from.eml'))).from.map(({ address }) => address)).toEqual([
      'tim@powerupdev.com',
      'concierge@powerupdev.com',
    ]);
  });

  it('of Outlook that is damaged anywhere is read or refused, and never goes round and round', async () => {
    const originals = ['msgInMsg.msg', 'Simple.msg', 'nonUnicodeCP932.msg'].map(sample);
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(511), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), damage, async (original, changes) => {
        const bytes = original.slice();
        for (const [sector, at, value] of changes) bytes[8 + (((sector % (bytes.length / 512)) * 512 + at) % (bytes.length - 8))] = value;
        const mail = await parseMail(bytes, 'x.msg');
        expect(typeof (mail.ok ? mail.value.text : mail.error)).toBe('string');
      }),
      { numRuns: 1_000 },
    );
  });
});
