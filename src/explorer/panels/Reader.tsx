/** An article, at the sentence that was asked for, with every name that the network knows as a link. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentText } from '../../outputs/explorer-data.ts';
import { writeAddress } from '../state/address.ts';
import { documentOf, entityTypeOf } from '../state/dataset.ts';
import { formatDate } from '../state/format.ts';
import { type ArticlePiece, layOutArticle } from '../state/sentence.ts';
import { type Reading, selectNode } from '../state/view.ts';
import { useExplorer, useShards, useView, useWords } from './context.ts';
import { SplitHere, type Stretch } from './curation/SplitHere.tsx';
import { Proof, Statements } from './Proof.tsx';
import { Cut } from './part/Cut.tsx';
import { Glyph, Loaded } from './parts.tsx';

/** The drawer with an open article. */
export function Reader({ reading }: { readonly reading: Reading }) {
  const { dataset, store } = useExplorer();
  const { language } = useView();
  const shards = useShards();
  const words = useWords();
  const summary = documentOf(dataset, reading.document);
  const heading = useRef<HTMLHeadingElement>(null);
  const [pointed, setPointed] = useState<(Stretch & { readonly document: number }) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article is another thing to read from its top.
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [reading.document]);
  const original = summary.reprintOf === null ? null : documentOf(dataset, summary.reprintOf);
  return (
    <aside className="reader" aria-label={words.reader.title}>
      <header className="reader-head">
        <p className="kicker">
          {[summary.publisher, summary.date === null ? words.node.unknownDate : formatDate(summary.date, language)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <h2 ref={heading} tabIndex={-1} className="reader-title" lang="zh">
          {summary.title ?? summary.id}
        </h2>
        {original === null ? null : <p className="quiet">{words.reader.reprintOf(original.title ?? original.id)}</p>}
        <WebLink url={summary.url} />
        <button
          type="button"
          className="icon-button reader-close"
          aria-label={words.reader.close}
          onClick={() => store.update((view) => ({ ...view, reading: null }))}
        >
          <Glyph name="close" />
        </button>
      </header>
      <Loaded from={shards.text(reading.document)}>
        {(article) => (
          <div className="reader-scroll">
            <Proof reading={reading} />
            <SplitHere
              article={article}
              reading={reading}
              pointed={pointed?.document === reading.document ? pointed : null}
            />
            <Article
              article={article}
              reading={reading}
              onPoint={(stretch) => setPointed({ ...stretch, document: reading.document })}
            />
            <Statements article={article} reading={reading} />
            <Cut from={article} what="articleCut" />
          </div>
        )}
      </Loaded>
    </aside>
  );
}

/** Only web addresses become links: a document must not smuggle a script in as its URL. */
function WebLink({ url }: { readonly url: string | null }) {
  const words = useWords();
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  return (
    <a className="quiet" href={url} target="_blank" rel="noopener noreferrer">
      {words.reader.original}
    </a>
  );
}

interface ArticleProps {
  readonly article: DocumentText;
  readonly reading: Reading;
  /** A name was chosen where it stands. */
  readonly onPoint: (stretch: Stretch) => void;
}

function Article({ article, reading, onPoint }: ArticleProps) {
  const words = useWords();
  const paragraphs = useMemo(() => layOutArticle(article.text, article.mentions, reading), [article, reading]);
  const wanted = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever another sentence is asked for.
  useEffect(() => {
    wanted.current?.querySelector('[data-wanted]')?.scrollIntoView({ block: 'center' });
  }, [paragraphs]);
  return (
    <div className="article" lang="zh" ref={wanted}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {paragraph.pieces.map((piece) =>
            piece.wanted ? (
              <mark key={piece.start} className="wanted" data-wanted="">
                <Piece piece={piece} onPoint={onPoint} />
              </mark>
            ) : (
              <Piece key={piece.start} piece={piece} onPoint={onPoint} />
            ),
          )}
        </p>
      ))}
      <p className="quiet article-note">
        {words.reader.mentions(new Set(article.mentions.map(([, , node]) => node)).size)}
      </p>
    </div>
  );
}

interface PieceProps {
  readonly piece: ArticlePiece;
  readonly onPoint: (stretch: Stretch) => void;
}

function Piece({ piece, onPoint }: PieceProps) {
  if (piece.node === undefined) return piece.text;
  const { node, text, start } = piece;
  return <Mention node={node} text={text} onChoose={() => onPoint({ start, end: start + text.length })} />;
}

/** A link and not a button: long names must break over lines as text does. */
function Mention(props: { readonly node: number; readonly text: string; readonly onChoose: () => void }) {
  const { node, text, onChoose } = props;
  const { dataset, store } = useExplorer();
  const { language } = useView();
  return (
    <a
      className="mention"
      href={`#${writeAddress(dataset, selectNode(store.get(), node))}`}
      title={entityTypeOf(dataset, node)[language]}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onChoose();
        store.update((view) => ({ ...selectNode(view, node), reading: view.reading }));
      }}
    >
      {text}
    </a>
  );
}
