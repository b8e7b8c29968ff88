import DOMPurify from 'dompurify';

/** HTML of a mail that can be shown: nothing in it runs, loads from anywhere or leads anywhere. */
export interface PurifiedMail {
  readonly html: string;
  /** Pictures that were left out because showing them would tell the sender who reads, when and where. */
  readonly picturesLeftOut: number;
}

const ALLOWED = {
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'textarea',
    'select',
    'link',
    'meta',
    'base',
    'video',
    'audio',
    'iframe',
    'svg',
    'math',
  ],
  FORBID_ATTR: ['srcset', 'background', 'poster', 'ping', 'id', 'name'],
};

/** Takes the HTML part of a mail, which is hostile until proven otherwise. */
export function purifiedMail(html: string): PurifiedMail {
  const page = new DOMParser().parseFromString(DOMPurify.sanitize(html, ALLOWED), 'text/html');
  const picturesLeftOut = leaveOutPictures(page);
  page.querySelectorAll('[style]').forEach(leaveOutAddresses);
  page.querySelectorAll('a').forEach(disarmLink);
  return { html: page.body.innerHTML, picturesLeftOut };
}

/** Pictures that travel inside the mail as data stay; a remote one gives way to its description. */
function leaveOutPictures(page: Document): number {
  const remote = [...page.images].filter((image) => !/^data:image\/(png|jpe?g|gif|webp);/i.test(image.getAttribute('src') ?? ''));
  for (const image of remote) image.replaceWith(page.createTextNode(image.alt ? `[${image.alt}]` : ''));
  return remote.length;
}

/** `url(…)` and `@import` are the ways in which a style can load something. */
function leaveOutAddresses(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  if (/url\s*\(|image-set|@import|\\/i.test(style)) element.removeAttribute('style');
}

/** The address stays readable under the pointer, but is not followed: evidence is read, not clicked. */
function disarmLink(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href');
  link.removeAttribute('href');
  link.removeAttribute('target');
  if (address) link.title = address;
}
