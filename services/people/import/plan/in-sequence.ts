import { isDeepStrictEqual } from 'node:util';

type Decided<State, Event> = { state: State; events: Event[] };

/**
 * Makes one decision of several, each on the state that the step before leaves. Together they say nothing when nothing
 * is different in the end.
 */
export function inSequence<State, Event>(
  first: Decided<State, Event>,
  ...steps: ((state: State) => Decided<State, Event>)[]
): Decided<State, Event> {
  return steps.reduce((before, step) => {
    const { state, events } = step(before.state);
    return events.length === 0 && isDeepStrictEqual(state, before.state)
      ? before
      : { state, events: [...before.events, ...events] };
  }, first);
}
