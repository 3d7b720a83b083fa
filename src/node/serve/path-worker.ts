/** Entry of a worker thread: searches for paths in the store of an output folder. */
import { workerData } from 'piscina';
import { openSnapshots } from '../store/snapshot.ts';
import { answerPaths, type PathAnswer, type PathQuestion } from './path-search.ts';

const snapshots = openSnapshots(workerData as string);

/** Answers one question. */
export default function search(question: PathQuestion): PathAnswer {
  return answerPaths(snapshots, question);
}
