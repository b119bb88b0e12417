import { isDeepStrictEqual } from 'node:util';

type Said<State, Event> = { state: State; events: Event[] };

/** One decision made of several, each on what the one before left behind. Together they are quiet when nothing is different in the end. */
export function inSequence<State, Event>(
  first: Said<State, Event>,
  ...steps: ((state: State) => Said<State, Event>)[]
): Said<State, Event> {
  return steps.reduce((before, step) => {
    const { state, events } = step(before.state);
    return events.length === 0 && isDeepStrictEqual(state, before.state)
      ? before
      : { state, events: [...before.events, ...events] };
  }, first);
}
