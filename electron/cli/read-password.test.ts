import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { PASSWORD_VARIABLE, readPassword } from './read-password';

/** A terminal, as far as a password is concerned: what it was told, in order. */
function terminal(isTTY: boolean) {
  const heard: string[] = [];
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: (raw: boolean) => heard.push(raw ? 'hide' : 'show') });
  const output = new PassThrough();
  output.on('data', (text) => heard.push(String(text)));
  const ask = (env = {}) => readPassword('Password: ', { env, input: input as unknown as NodeJS.ReadStream, output });
  return { input, heard, ask };
}

describe('the password of an administrator', () => {
  it('is taken from the environment without a question', async () => {
    const { heard, ask } = terminal(true);
    expect(await ask({ [PASSWORD_VARIABLE]: 's3cret' })).toBe('s3cret');
    expect(heard).toEqual([]);
  });

  it('is the first line of what is piped in', async () => {
    const { input, heard, ask } = terminal(false);
    input.end('s3cret \r\nnot this\n');
    expect(await ask({ [PASSWORD_VARIABLE]: '' })).toBe('s3cret ');
    expect(heard).toEqual([]);
    const nothing = terminal(false);
    nothing.input.end();
    expect(await nothing.ask()).toBe('');
  });

  it('is typed without being shown, from before the question on, and can be corrected or given up', async () => {
    const { input, heard, ask } = terminal(true);
    const answer = ask();
    for (const keys of ['s3', 'x', '\u007f', 'crét\r']) input.write(keys);
    expect(await answer).toBe('s3crét');
    expect(heard).toEqual(['hide', 'Password: ', 'show', '\n']);
    const other = terminal(true);
    const given = other.ask();
    other.input.write('s3c\u0003');
    expect(await given).toBe('');
  });
});
