import { end } from './outcome';
import { readPassword } from './read-password';
import { runRedact } from './run-redact';

const source = { env: process.env, input: process.stdin, output: process.stderr };
void end(runRedact(process.argv.slice(2), fetch, (question) => readPassword(question, source)));
