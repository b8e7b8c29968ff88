import { allowedFetch } from '../hub/allowed-fetch';
import { policyAtStart } from '../policy';
import { end } from './outcome';
import { readPassword } from './read-password';
import { runProvision } from './run-provision';
import { underPolicy } from './under-policy';

const source = { env: process.env, input: process.stdin, output: process.stderr };
const ask = (question: string): Promise<string> => readPassword(question, source);
void end(underPolicy(policyAtStart(false, process.env), (policy) => runProvision(process.argv.slice(2), allowedFetch(fetch, policy), ask)));
