import { end } from './outcome';
import { readPassword } from './read-password';
import { runProvision } from './run-provision';

const source = { env: process.env, input: process.stdin, output: process.stderr };
void end(runProvision(process.argv.slice(2), fetch, (question) => readPassword(question, source)));
