import type { VerifyRequest } from './verify-messages';
import { openVerification } from './verify-pages';

const verify = openVerification();

globalThis.onmessage = ({ data }: MessageEvent<VerifyRequest>) => {
  const answer = verify(data);
  if (answer !== undefined) globalThis.postMessage(answer);
};
