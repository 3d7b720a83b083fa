/** What the text says of how real a tie is. A tie without a status is plainly stated. */
export interface StatusDefinition {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** How the canvas draws a tie of this status: plans and rumours never look like facts. */
  readonly line: 'solid' | 'dashed' | 'dotted';
}

/** The statuses, from least to most settled, then the ones that take a tie back. */
export const STATUSES = {
  rumoured: { id: 'rumoured', zh: '传闻', en: 'Rumoured', line: 'dotted' },
  planned: { id: 'planned', zh: '计划', en: 'Planned', line: 'dashed' },
  signed: { id: 'signed', zh: '已签约', en: 'Signed', line: 'solid' },
  ongoing: { id: 'ongoing', zh: '进行中', en: 'Under way', line: 'solid' },
  done: { id: 'done', zh: '已完成', en: 'Done', line: 'solid' },
  ended: { id: 'ended', zh: '已终止', en: 'Ended', line: 'dashed' },
  denied: { id: 'denied', zh: '被否认', en: 'Denied', line: 'dotted' },
} as const satisfies Record<string, StatusDefinition>;

/** Id of a status. */
export type Status = keyof typeof STATUSES;
