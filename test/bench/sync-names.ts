/** Names of what lies on the server of the bench, told alike to the driver that fills it and to the page that asks for it. */
export const USER_NAME = 'bench';

/** `entries` entries as full pages, and as pages of one entry. */
export const fullWorkspace = (entries: number): string => `full${entries}`;
export const onesWorkspace = (entries: number): string => `ones${entries}`;
/** The same entries, one document each, for the peers. */
export const entryDatabase = (entries: number): string => `entries-${entries}`;
/** Empty at first: for the latency of one write. */
export const liveWorkspace = (entries: number): string => `live${entries}`;
export const liveDatabase = (peer: 'rxdb' | 'pouch', entries: number): string => `live-${peer}-${entries}`;

/** The address of a database, by the way that a shell gives a page. */
export const urlOf = (database: string): string => `${location.origin}/hub/${USER_NAME}/${database}`;
