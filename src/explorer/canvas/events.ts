/** A typed list of listeners. */
import type { CanvasEvent, CanvasEvents, NetworkCanvas } from './types.ts';

/** Listeners by event. */
export interface Events {
  readonly on: NetworkCanvas['on'];
  emit<E extends CanvasEvent>(event: E, payload: CanvasEvents[E]): void;
  clear(): void;
}

/** An empty list of listeners. */
export function createEvents(): Events {
  const handlers: { [E in CanvasEvent]?: Set<(payload: CanvasEvents[E]) => void> } = {};
  return {
    on(event, handler) {
      const all: Set<typeof handler> = handlers[event] ?? new Set();
      (handlers as Record<string, unknown>)[event] = all;
      all.add(handler);
      return () => {
        all.delete(handler);
      };
    },
    emit(event, payload) {
      for (const handler of [...(handlers[event] ?? [])]) handler(payload);
    },
    clear() {
      for (const all of Object.values(handlers)) all.clear();
    },
  };
}
