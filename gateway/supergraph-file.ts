/** Where the composed graph of all services is kept. */
export const supergraphFile = new URL('./supergraph.graphql', import.meta.url);
