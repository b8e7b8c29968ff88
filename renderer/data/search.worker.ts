import { openSearchIndex } from './search-index';
import type { SearchRequest } from './search-messages';

const answer = openSearchIndex();

globalThis.onmessage = ({ data }: MessageEvent<SearchRequest>) => globalThis.postMessage(answer(data));
