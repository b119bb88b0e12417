type Client = { connect: () => Promise<void>; disconnect: () => Promise<void> };

export type Reconnecting<Of> = {
  use: <Result>(work: (client: Of) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
};

/**
 * Connects when it is first needed, and with a new client after a failure: kafkajs keeps a connection on which nothing
 * comes any more (tulios/kafkajs#1163), and would ask on it for ever.
 */
export function reconnecting<Of extends Client>(
  open: () => Of,
  keeps: (error: unknown) => boolean = () => false,
): Reconnecting<Of> {
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
        // Not waited for: what it still has under way may never end.
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
