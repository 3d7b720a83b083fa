/** What the words end in that rules look for. */
import { NATIONAL_AGENCIES } from './agencies.ts';
import { KNOWN_COMPANIES, KNOWN_ORGANISATIONS } from './known-names.ts';
import { ORGANISATION_FORMS } from './organisations.ts';
import { TITLE_HEADS } from './titles.ts';
import { EVENT_FORMS, PROJECT_FORMS } from './undertakings.ts';
import { unitTable } from './words.ts';

/** By UTF-16 unit: 1 where a title, a known name or the form of an organisation, project or event ends in it. */
export const ENDS_LISTED: Uint8Array = unitTable(
  [
    TITLE_HEADS,
    KNOWN_COMPANIES,
    KNOWN_ORGANISATIONS,
    NATIONAL_AGENCIES,
    ORGANISATION_FORMS.keys(),
    PROJECT_FORMS,
    EVENT_FORMS,
  ].flatMap((words) => [...words].map((word) => word.slice(-1))),
);
