import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSchema } from 'graphql';
import type { GatewayConfig } from '../config.ts';
import { clientErrors, serviceCodes, withRequestId } from '../operation/client-errors.ts';
import { operationLimits } from '../limits.ts';
import { boundedGateway } from '../operation/bounded-gateway.ts';
import type { GatewayRequest } from '../operation/request.ts';
import type { Log } from '#shared/log.ts';
import { dataSource } from '../subgraphs/data-source.ts';

export type GatewayGraph = ApolloServer<GatewayRequest>;

/** Starts the one graph over all services. It starts without any of them being there. */
export async function startGraph(
  supergraph: string,
  { services, trust }: Pick<GatewayConfig, 'services' | 'trust'>,
  log: Log,
): Promise<GatewayGraph> {
  // Apollo's gateway reads this when it is made; without it, figures about us would leave the house.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const joined = buildSchema(supergraph, { assumeValidSDL: true });
  const codes = serviceCodes(joined);
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name }) => dataSource({ name, url: services[name] ?? '', codes }, log),
    // A header could ask for query plans otherwise, and they name services.
    __exposeQueryPlanExperimental: false,
    validateSupergraph: false,
    logger: quietLogger(log),
  });
  const graph = new ApolloServer<GatewayRequest>({
    gateway: boundedGateway(gateway, joined),
    ...hardening,
    // The page for demo users shows the schema; elsewhere it is documentation, not something to be asked for.
    introspection: trust.kind === 'local',
    formatError: clientErrors(codes, log),
    logger: quietLogger(log),
    plugins: [...withoutExtras, reportsCodes],
  });
  await graph.start();
  return graph;
}

const hardening = {
  hideSchemaDetailsFromClientErrors: true,
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  persistedQueries: false,
  parseOptions: { maxTokens: operationLimits.tokens },
  maxRecursiveSelections: 5000,
  validationOptions: { maxErrors: operationLimits.errors },
  nodeEnv: 'production',
  stopOnTerminationSignals: false,
} as const;

const withoutExtras: ApolloServerPlugin[] = [
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
];

/** Notes the codes of an answer for the line of the request in the log, and adds to the answer the id of that line. */
const reportsCodes: ApolloServerPlugin<GatewayRequest> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      const { singleResult } = response.body;
      singleResult.errors = withRequestId(singleResult.errors ?? [], contextValue.requestId);
      contextValue.noteCodes(singleResult.errors.map(({ extensions }) => String(extensions?.code)));
    },
  }),
};

/**
 * Makes a logger for Apollo, whose messages may quote what clients or services sent: our log only says that something
 * happened.
 */
function quietLogger(log: Log) {
  const silent = (): void => undefined;
  return { debug: silent, info: silent, warn: silent, error: () => log.error('the graph reported a problem') };
}
