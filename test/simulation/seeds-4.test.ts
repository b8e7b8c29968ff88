import { playShare } from './run-seeds';

playShare(4);
