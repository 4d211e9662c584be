/** Regions that have Conversations, and the edge that each is reached by. Source: Twilio's pages on regions and edges. */
export const regions: readonly string[] = ['us1', 'ie1'];
export const edges: readonly string[] = ['ashburn', 'dublin'];
