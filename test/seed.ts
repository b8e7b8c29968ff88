import fc from 'fast-check';
import { LAW_SEED } from './law';

// One seed for every property of a run, also for those that ask fast-check directly.
fc.configureGlobal({ seed: LAW_SEED });
