/** How many times an item is tried when another writer comes first, before the message goes back to the queue. */
export const MOST_TRIES = 5;
