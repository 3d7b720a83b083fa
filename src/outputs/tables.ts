/** The evidence behind the graph as tables: one JSON object a line. */
import type { Network } from '../network/network.ts';

/** `evidence.jsonl`: every sentence behind every tie, by tie. */
export function* toEvidenceLines(network: Network): Generator<string> {
  for (const { id, type, source, target, evidence } of network.ties) {
    for (const item of evidence) yield `${JSON.stringify({ tie: id, type, source, target, ...item })}\n`;
  }
}

/** `mentions.jsonl`: every place where an entity is named, by entity. */
export function* toMentionLines(network: Network): Generator<string> {
  for (const { id, mentions } of network.entities) {
    for (const mention of mentions) yield `${JSON.stringify({ entity: id, ...mention })}\n`;
  }
}

/** `entities.jsonl`: entities with their names, posts, and why names were joined or kept apart. */
export function* toEntityLines(network: Network): Generator<string> {
  for (const { mentions, ...entity } of network.entities) {
    yield `${JSON.stringify({ ...entity, mentions: mentions.length })}\n`;
  }
}

/** `documents.jsonl`: what is known of each article, without its text. */
export function* toDocumentLines(network: Network): Generator<string> {
  for (const document of network.documents) yield `${JSON.stringify(document)}\n`;
}
