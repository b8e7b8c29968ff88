/** Where a password may come from. */
export interface PasswordSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadStream;
  /** Where the question is asked; never standard output, which is the command's alone. */
  readonly output: NodeJS.WritableStream;
}

/** The environment's name for the password of an administrator. */
export const PASSWORD_VARIABLE = 'THROUGHLINE_ADMIN_PASSWORD';

/**
 * The administrator's password: from the environment, else from the first line of standard input where nobody sits at
 * it, else asked for without showing what is typed. Empty when there is none.
 */
export async function readPassword(question: string, { env, input, output }: PasswordSource): Promise<string> {
  const given = env[PASSWORD_VARIABLE];
  if (given !== undefined && given !== '') return given;
  if (!input.isTTY) return firstLine(input);
  // Nothing is shown from before the question on: somebody may type ahead.
  input.setRawMode(true);
  output.write(question);
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write('\n');
  }
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]?.replace(/\r$/, '') ?? '';
}

/** One line as it is typed on a terminal that shows nothing. Ctrl+C and Ctrl+D give up: an empty line. */
function typedLine(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve) => {
    let signs: string[] = [];
    const hear = (chunk: unknown) => {
      for (const sign of String(chunk)) {
        if (sign === '\u0003' || sign === '\u0004') signs = [];
        if (sign === '\r' || sign === '\n' || sign === '\u0003' || sign === '\u0004') {
          input.off('data', hear);
          resolve(signs.join(''));
          return;
        }
        if (sign === '\u007f' || sign === '\b') signs.pop();
        else signs.push(sign);
      }
    };
    input.setEncoding('utf8');
    input.on('data', hear);
    input.resume();
  });
}
