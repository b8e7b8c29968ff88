import { end } from './outcome';
import { runVerify } from './run-verify';

void end(runVerify(process.argv.slice(2)));
