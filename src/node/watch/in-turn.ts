/** Runs a task once more whenever it is asked for, never twice at a time. */

/**
 * Makes a function that runs the task. While it runs, all further calls are answered by one more run, which begins
 * when it has ended.
 *
 * @returns a function whose promise ends with the first run that began after the call
 */
export function inTurn<T>(task: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = (): Promise<T> => {
    const run = task();
    running = run;
    const end = () => {
      if (running === run) running = undefined;
    };
    run.then(end, end);
    return run;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
