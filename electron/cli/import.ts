import { policyAtStart } from '../policy';
import { end } from './outcome';
import { runImport } from './run-import';
import { underPolicy } from './under-policy';

void end(underPolicy(policyAtStart(false, process.env), (policy) => runImport(process.argv.slice(2), policy)));
