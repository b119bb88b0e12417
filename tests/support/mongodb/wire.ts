import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

export type Body = Record<string, unknown>;
/** What a client asked the server to do. */
export type Command = { name: string; database: string; body: Body; bytes: number };

const HEADER = 16;
const OP_MSG = 2013;
/** How a driver says hello before it knows what the server understands; carries no command of ours. */
const OP_QUERY = 2004;

/**
 * Returns what hears the bytes of one connection and hands over each command in them, as MongoDB's wire protocol has
 * it.
 */
export function commandsIn(heard: (command: Command) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const message = rest.subarray(0, rest.readInt32LE(0));
      rest = rest.subarray(message.length);
      const code = message.readInt32LE(12);
      if (code === OP_MSG) heard(commandOf(message));
      else if (code !== OP_QUERY) throw new Error(`a message of kind ${code}, which is not read here`);
    }
  };
}

/** Puts the parts of a message together: the command itself, and lists of documents that were sent beside it. */
function commandOf(message: Buffer): Command {
  let body: Body = {};
  const lists: Body = {};
  for (let at = HEADER + 4; at < message.length;) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    const part = message.subarray(at + 1, at + 1 + size);
    if (kind === 0) body = read(part);
    else Object.assign(lists, listIn(part));
    at += 1 + size;
  }
  return {
    name: Object.keys(body)[0] ?? '',
    database: String(body.$db),
    body: { ...body, ...lists },
    bytes: message.length,
  };
}

function listIn(part: Buffer): Body {
  const end = part.indexOf(0, 4);
  const documents: Body[] = [];
  for (let at = end + 1; at < part.length; at += part.readInt32LE(at))
    documents.push(read(part.subarray(at, at + part.readInt32LE(at))));
  return { [part.toString('utf8', 4, end)]: documents };
}

const read = (bytes: Buffer): Body => BSON.deserialize(bytes, { promoteLongs: true });
