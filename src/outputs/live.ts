/** How an open page hears of a new build, where a local server watches the corpus. */

/** Where server-sent events come from, relative to the page. */
export const EVENTS_ADDRESS = 'explorer/events';

/** Header of every answer of a server that has events; its value is their address. */
export const EVENTS_HEADER = 'X-Guanxi-Events';
