import { end } from './outcome';
import { runImport } from './run-import';

void end(runImport(process.argv.slice(2)));
