/** Everything that the network knows of one node. */
import { useState } from 'react';
import { MERGE_RULES } from '../../network/network.ts';
import type { NodeDetail } from '../../outputs/explorer-data.ts';
import { documentOf, entityTypeOf, nameOf, relationTypeOf } from '../state/dataset.ts';
import { formatDate, formatPeriod } from '../state/format.ts';
import { allOf } from '../state/loadables.ts';
import { documentsOf, groupTies, type Meeting, meetingsOf } from '../state/ties.ts';
import { askPath, focusOn, openReading, selectEdge } from '../state/view.ts';
import { useExplorer, useScene, useShards, useView, useWords } from './context.ts';
import { NodeCuration } from './curation/NodeCuration.tsx';
import { Note } from './curation/TieCuration.tsx';
import { Cut } from './part/Cut.tsx';
import { Expand } from './part/Expand.tsx';
import { Unlisted } from './part/Unlisted.tsx';
import { Glyph, Loaded, LongList, NodeLink, Section, TypeIcon } from './parts.tsx';
import { TieRow } from './TieRow.tsx';
import { WorkspaceButtons } from './Workspaces.tsx';

const RULES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = MERGE_RULES;

/** The profile of a node. */
export function NodePanel({ node }: { readonly node: number }) {
  const { dataset, store } = useExplorer();
  const { language, focus } = useView();
  const { shown } = useScene();
  const shards = useShards();
  const words = useWords();
  const [showHidden, setShowHidden] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const { nodes } = dataset.network;
  const type = entityTypeOf(dataset, node);
  const detail = shards.detail(node);
  const incident = [...dataset.incident(node)];
  const hidden = incident.filter((edge) => shown.visibleEdges[edge] === 0).length;
  const passes = (edge: number): boolean => showHidden || shown.visibleEdges[edge] === 1;
  // Meetings and posts have parts of their own.
  const groups = groupTies(dataset, node, passes).filter(
    ({ type: { id } }) => id !== 'met' && !(id === 'holds_post' && type.id === 'person'),
  );
  const aliases = nodes.aliases[node] ?? [];
  const period = formatPeriod(nodes.firstSeen[node] ?? null, nodes.lastSeen[node] ?? null, language);
  const hops = focus?.node === node ? focus.hops : 0;

  return (
    <div className="panel-body">
      <header className="profile">
        <p className="kicker">
          <TypeIcon type={type} />
          {type[language]}
        </p>
        <h2 className="name">{nameOf(dataset, node)}</h2>
        {aliases.length === 0 ? null : (
          <p className="aliases">
            <span className="quiet">{words.node.aliases}</span> {aliases.join(language === 'zh' ? '、' : ', ')}
          </p>
        )}
        <p className="quiet">
          {[words.node.documents(nodes.documents[node] ?? 0), words.node.mentions(nodes.mentions[node] ?? 0), period]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Note note={nodes.note[node]} />
        <div className="actions">
          <fieldset className="segmented">
            <legend className="visually-hidden">{words.node.neighbourhood}</legend>
            <span className="segmented-label" aria-hidden="true">
              {words.node.neighbourhood}
            </span>
            {[1, 2, 3].map((count) => (
              <button
                key={count}
                type="button"
                aria-pressed={hops === count}
                onClick={() => store.update((view) => focusOn(view, node, hops === count ? 0 : count))}
              >
                {words.node.hops(count)}
              </button>
            ))}
          </fieldset>
          <button type="button" className="button" onClick={() => store.update((view) => askPath(view, node, null))}>
            <Glyph name="path" />
            {words.node.pathFrom}
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={correcting}
            onClick={() => setCorrecting(!correcting)}
          >
            <Glyph name="curate" />
            {words.curation.correct}
          </button>
          <WorkspaceButtons node={node} />
        </div>
      </header>
      {correcting ? <Loaded from={detail}>{(value) => <NodeCuration node={node} detail={value} />}</Loaded> : null}

      <Expand node={node} />
      <Loaded from={detail}>{(value) => <Posts node={node} detail={value} />}</Loaded>
      <Meetings node={node} passes={passes} />

      {groups.map((group) => (
        <Section key={group.type.id} title={group.type[language]} note={group.edges.length}>
          <LongList items={group.edges} first={8} item={(edge) => <TieRow key={edge} edge={edge} node={node} />} />
        </Section>
      ))}
      {!incident.some(passes) ? <p className="quiet section">{words.node.noTies}</p> : null}
      {hidden === 0 || showHidden ? null : (
        <p className="section quiet">
          {words.node.hiddenTies(hidden)}{' '}
          <button type="button" className="quiet-button" onClick={() => setShowHidden(true)}>
            {words.node.showHidden}
          </button>
        </p>
      )}
      <Loaded from={detail}>{(value) => <Provenance node={node} detail={value} />}</Loaded>
    </div>
  );
}

/** The name in the id of a node that is not loaded: `agency:甲市政府` and `person:王伟~2` hold it. */
function nameInId(id: string): string {
  return id.replace(/^[^:]*:/, '').replace(/~\d+$/, '');
}

function Posts({ node, detail }: { readonly node: number; readonly detail: NodeDetail }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  if (detail.posts.length === 0) return null;
  return (
    <Section title={words.node.posts} note={detail.posts.length}>
      <ul className="list posts">
        {detail.posts.map((post) => {
          const organisation = dataset.nodeByKey.get(post.organisation);
          const key = `${dataset.network.nodes.id[node]}|holds_post|${post.organisation}`;
          const edge = dataset.edgeByKey.get(key);
          return (
            <li key={`${post.organisation} ${post.title} ${post.former}`}>
              <span className="post-title">
                {post.former ? <span className="status status-ended">{words.node.former}</span> : null}
                {post.title}
              </span>
              {organisation === undefined ? (
                <span>{nameInId(post.organisation)}</span>
              ) : (
                <NodeLink node={organisation} />
              )}
              {edge === undefined ? null : (
                <button
                  type="button"
                  className="quiet-button post-proof"
                  onClick={() => store.update((view) => selectEdge(view, edge))}
                >
                  {formatPeriod(post.from ?? null, post.to ?? null, language) || words.tie.sentences}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Meetings(props: { readonly node: number; readonly passes: (edge: number) => boolean }) {
  const { node } = props;
  const { dataset } = useExplorer();
  const shards = useShards();
  const words = useWords();
  const edges = [...dataset.incident(node)].filter(
    (edge) => relationTypeOf(dataset, edge).id === 'met' && props.passes(edge),
  );
  if (edges.length === 0) return null;
  const evidence = allOf(edges.map((edge) => shards.evidence(edge)));
  return (
    <Loaded from={evidence}>
      {(lists) => {
        const meetings = meetingsOf(
          dataset,
          node,
          edges.map((edge, i) => ({ edge, evidence: lists[i] ?? [] })),
        );
        return (
          <Section title={words.node.meetings} note={words.node.meetingsCount(meetings.length)}>
            <LongList
              items={meetings}
              first={8}
              className="timeline"
              item={(meeting) => <MeetingRow key={`${meeting.edge} ${meeting.date}`} meeting={meeting} />}
            />
          </Section>
        );
      }}
    </Loaded>
  );
}

function MeetingRow({ meeting }: { readonly meeting: Meeting }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  return (
    <li>
      <button type="button" className="row" onClick={() => store.update((view) => selectEdge(view, meeting.edge))}>
        <span className="when">
          {meeting.date === null ? words.node.unknownDate : formatDate(meeting.date, language)}
        </span>
        <span className="row-main">
          <TypeIcon type={entityTypeOf(dataset, meeting.other)} />
          <span className="row-name">{nameOf(dataset, meeting.other)}</span>
        </span>
        <span className="facts">
          {meeting.place === null ? null : <span className="fact">{meeting.place}</span>}
          {meeting.first ? <span className="status">{words.node.firstMeeting}</span> : null}
        </span>
      </button>
    </li>
  );
}

function Provenance({ node, detail }: { readonly node: number; readonly detail: NodeDetail }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const words = useWords();
  const documents = documentsOf(dataset, detail.mentions);
  return (
    <>
      <Section title={words.node.sources} note={words.node.documents(documents.length)}>
        <LongList
          items={documents}
          first={6}
          item={(found) => {
            const summary = documentOf(dataset, found.document);
            return (
              <li key={found.document}>
                <button
                  type="button"
                  className="row"
                  onClick={() => store.update((view) => openReading(view, { ...found, edge: null }))}
                >
                  <span className="row-main">
                    <span className="row-name">{summary.title ?? summary.id}</span>
                  </span>
                  <span className="facts quiet">
                    {[
                      summary.publisher,
                      summary.date === null ? words.node.unknownDate : formatDate(summary.date, language),
                      words.node.mentions(found.mentions),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            );
          }}
        />
      </Section>
      <Unlisted listed={detail.mentions.length} all={dataset.network.nodes.mentions[node] ?? 0} />
      <Cut from={detail} what="reasonsCut" />
      {detail.merges.length + detail.splits.length === 0 ? null : (
        <Section title={words.node.why}>
          {detail.splits.map((split) => {
            const other = dataset.nodeByKey.get(split.other);
            return (
              <p key={split.other} className="reason">
                {words.node.splitFrom(nameOf(dataset, other ?? node), split.reason)}
                {other === undefined ? null : <NodeLink node={other} />}
              </p>
            );
          })}
          {detail.merges.length === 0 ? null : (
            <>
              <p className="quiet">{words.node.merged}</p>
              <LongList
                items={detail.merges}
                first={6}
                className="merges"
                item={(merge) => (
                  <li key={merge.names.join(' ')}>
                    {merge.names[0]} = {merge.names[1]}
                    <span className="quiet">
                      {' '}
                      {[RULES[merge.rule]?.[language] ?? merge.rule, merge.detail]
                        .filter(Boolean)
                        .join(language === 'zh' ? '：' : ': ')}
                    </span>
                  </li>
                )}
              />
            </>
          )}
        </Section>
      )}
    </>
  );
}
