/** How components take decisions. */
import type { Verdict } from '../../../curation/decision.ts';
import { useExplorer } from '../context.ts';

/** Takes a decision, with the reader's reason and the time. */
export function useDecide(): (verdict: Verdict, why?: string) => Promise<void> {
  const { curation } = useExplorer();
  return async (verdict, why = '') => {
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    await curation.decide([{ ...verdict, ...(why.trim() === '' ? {} : { why: why.trim() }), at }]);
    // What had the focus may be gone with its form or its name; the panel is where the reader goes on.
    setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById('panel')?.focus({ preventScroll: true });
    });
  };
}
