/** The recogniser by structure: everything that rules can say of where names stand. */
import type { TokenisedDocument } from '../../tokens/token.ts';
import type { Candidate, Recogniser } from '../mention.ts';
import { findCuedCompanies } from './cues.ts';
import { findDealers } from './deals.ts';
import { findForeignPersons } from './foreign.ts';
import { findKnownNames, findListedCompanies, findMarkedStocks } from './known.ts';
import { findLatinCompanies } from './latin.ts';
import { findOrganisations } from './organisations.ts';
import { findPersons, type TitleEdges } from './persons.ts';
import { findPlaces } from './places.ts';
import { findTitles } from './titles.ts';
import { findEvents, findProjects } from './undertakings.ts';
import { viewOf } from './view.ts';

/**
 * Recognisers that need no trained model: names by their endings, by the titles beside them, by lists of what is
 * known. In fixed order.
 */
export function structureRecognisers(): Recogniser[] {
  return [{ name: 'structure', version: '1', recognise }];
}

function recognise(document: TokenisedDocument): readonly Candidate[] {
  const view = viewOf(document);
  const found: (readonly Candidate[])[] = [];
  for (const sentence of view.sentences) {
    const titles = findTitles(view.text, sentence);
    const edges = edgesOf(view.text, titles);
    const organisations = joined([
      findKnownNames(view.text, sentence),
      findLatinCompanies(sentence),
      findOrganisations(view.text, sentence),
      findListedCompanies(view.text, sentence),
      findMarkedStocks(view.text, sentence),
      findCuedCompanies(view.text, sentence, titles),
      findDealers(view.text, sentence),
    ]);
    found.push(
      titles,
      organisations,
      findPersons(view.text, sentence, edges),
      findForeignPersons(view.text, sentence, edges),
      findPlaces(view.text, sentence),
      findProjects(view.text, sentence, organisations),
      findEvents(view.text, sentence),
    );
  }
  return joined(found);
}

/** One list of all; most are empty. */
function joined(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const all: Candidate[] = [];
  for (const list of lists) for (const candidate of list) all.push(candidate);
  return all;
}

const NOWHERE: TitleEdges = {
  endsAt: new Set(),
  startsAt: new Set(),
  weakEndsAt: new Set(),
  weakStartsAt: new Set(),
};

/** Where the titles of a sentence begin and end. */
function edgesOf(text: string, titles: readonly Candidate[]): TitleEdges {
  // 代表 is a verb as often as a title, and says nothing of a name beside it.
  const telling = titles.filter(({ start, end }) => text.slice(start, end) !== '代表');
  if (telling.length === 0) return NOWHERE;
  const weak = telling.filter(({ score }) => score < 0.8);
  return {
    endsAt: new Set(telling.map(({ end }) => end)),
    startsAt: new Set(telling.map(({ start }) => start)),
    weakEndsAt: new Set(weak.map(({ end }) => end)),
    weakStartsAt: new Set(weak.map(({ start }) => start)),
  };
}
