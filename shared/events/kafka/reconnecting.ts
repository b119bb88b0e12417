type Client = { connect: () => Promise<void>; disconnect: () => Promise<void> };

export type ReconnectingClient<Of> = {
  use: <Result>(work: (client: Of) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/**
 * Makes a client that connects when it is first needed, and anew after a failure: kafkajs keeps a connection on which
 * nothing comes any more (tulios/kafkajs#1163), and would ask on it for ever. `keeps`: true for an error after which
 * the connection is still good.
 */
export function reconnectingClient<Of extends Client>(
  open: () => Of,
  keeps: (error: unknown) => boolean = () => false,
): ReconnectingClient<Of> {
  let current: Promise<Of> | undefined;
  const connected = (): Promise<Of> => {
    current ??= connect(open());
    return current;
  };
  const leave = async (client: Promise<Of>): Promise<void> => {
    if (current === client) current = undefined;
    await client.then((each) => each.disconnect()).catch(() => undefined);
  };
  return {
    use: async (work) => {
      const client = connected();
      try {
        return await work(await client);
      } catch (error) {
        // Nobody waits for it: a request that is still under way may never end.
        if (!keeps(error)) void leave(client);
        throw error;
      }
    },
    close: async () => {
      if (current) await leave(current);
    },
  };
}

async function connect<Of extends Client>(client: Of): Promise<Of> {
  try {
    await client.connect();
    return client;
  } catch (error) {
    void client.disconnect().catch(() => undefined);
    throw error;
  }
}
