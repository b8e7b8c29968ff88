import { playShare } from './run-seeds';

playShare(2);
