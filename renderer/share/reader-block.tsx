import { blockText, type Block, type Figure, type Table, type TextBlock } from '#shared/article/block.ts';
import { textDirection } from '#shared/article/direction.ts';
import { gallerySpans } from '#shared/article/gallery.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import type { BodyNode, ListNode } from './body-tree.ts';
import { cropOf } from './crop.ts';
import { InlineContent } from './inline-content.tsx';
import { OutsideLink } from './outside-link.tsx';
import { ReaderCard } from './related-cards.tsx';
import { runsOf } from './runs.ts';

/** What a page's blocks are shown with. */
export interface PageContext {
  /** Words in the language of the article, not of the interface. */
  readonly words: Words;
  readonly mediaBase: string;
  readonly related: readonly ResolvedRelated[];
}

export function ReaderNodes({ nodes, context }: { nodes: readonly BodyNode[]; context: PageContext }) {
  return Array.from(nodes.entries(), ([place, node]) => <ReaderNode key={place} node={node} context={context} />);
}

function ReaderNode({ node, context }: { node: BodyNode; context: PageContext }) {
  switch (node.kind) {
    case 'block':
      return <ReaderBlock block={node.block} context={context} />;
    case 'list':
      return <ReaderList list={node} />;
    case 'gallery':
      return <ReaderGallery figures={node.figures} context={context} />;
    case 'box':
      return (
        <aside className="reader-box">
          <ReaderNodes nodes={node.content} context={context} />
        </aside>
      );
  }
}

function ReaderList({ list }: { list: ListNode }) {
  const items = Array.from(list.items.entries(), ([place, item]) => (
    <li key={place} {...languageOf(item.block)}>
      <InlineContent content={item.block.content} />
      {Array.from(item.lists.entries(), ([deeper, inner]) => (
        <ReaderList key={deeper} list={inner} />
      ))}
    </li>
  ));
  return list.list === 'numbered' ? <ol className="reader-list">{items}</ol> : <ul className="reader-list">{items}</ul>;
}

function ReaderBlock({ block, context }: { block: Block; context: PageContext }) {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return <ReaderText block={block} context={context} />;
    case 'figure':
      return <ReaderFigure figure={block} context={context} />;
    case 'table':
      return <ReaderTable table={block} />;
    case 'embed':
      return (
        <p className="reader-embed">
          <OutsideLink href={block.url}>{block.title === '' ? block.url : block.title}</OutsideLink>
          <bdi className="reader-embed-where">{URL.canParse(block.url) ? new URL(block.url).hostname : block.url}</bdi>
        </p>
      );
    case 'rule':
      return <hr className="reader-rule" />;
    case 'relatedCard': {
      const entry = context.related.find((candidate) => candidate.id === block.related);
      return entry === undefined ? null : <ReaderCard entry={entry} />;
    }
  }
}

function ReaderText({ block, context }: { block: TextBlock; context: PageContext }) {
  const content = <InlineContent content={block.content} />;
  const language = languageOf(block);
  switch (block.kind) {
    case 'paragraph':
      return <p {...language}>{content}</p>;
    case 'heading':
      if (block.level === 2) return <h2 {...language}>{content}</h2>;
      return block.level === 3 ? <h3 {...language}>{content}</h3> : <h4 {...language}>{content}</h4>;
    case 'blockQuote':
    case 'pullQuote':
      return (
        <blockquote className={block.kind === 'pullQuote' ? 'reader-pull' : 'reader-quote'} {...language}>
          <p>{content}</p>
          {block.attribution === undefined ? null : (
            <footer>
              <cite>{block.attribution}</cite>
            </footer>
          )}
        </blockquote>
      );
    case 'correction':
      return (
        <p className="reader-correction" {...language}>
          <strong>{context.words.app.share.correction}</strong> {content}
        </p>
      );
  }
}

function languageOf(block: TextBlock) {
  return {
    ...(block.direction === undefined ? runsOf(block.content) : { dir: block.direction }),
    ...(block.language === undefined ? {} : { lang: block.language }),
  } as const;
}

/** Pictures beside each other, cropped alike around what must stay in sight. */
function ReaderGallery({ figures, context }: { figures: readonly Figure[]; context: PageContext }) {
  const spans = gallerySpans(figures.length);
  return (
    <div className="reader-gallery">
      {Array.from(figures.entries(), ([place, figure]) => (
        <div key={place} className={`reader-gallery-${spans[place] ?? 'whole'}`}>
          <ReaderFigure figure={figure} context={context} />
        </div>
      ))}
    </div>
  );
}

function ReaderFigure({ figure, context }: { figure: Figure; context: PageContext }) {
  const { share } = context.words.app;
  const said = figure.caption.length > 0 || figure.credit !== '';
  return (
    <figure className="reader-figure">
      {figure.media === null ? (
        <p className="reader-figure-missing">{share.missingPicture}</p>
      ) : (
        <img
          src={context.mediaBase + figure.media}
          alt={figure.decorative ? '' : figure.alt}
          loading="lazy"
          style={cropOf(figure.focalPoint)}
          {...(figure.width === undefined ? {} : { width: figure.width })}
          {...(figure.height === undefined ? {} : { height: figure.height })}
        />
      )}
      {said ? (
        <figcaption dir="auto">
          <InlineContent content={figure.caption} />
          {figure.credit === '' ? null : <span className="reader-credit"> {share.credit(figure.credit)}</span>}
        </figcaption>
      ) : null}
    </figure>
  );
}

function ReaderTable({ table }: { table: Table }) {
  // Cells have a direction of their own each; which way the columns run is said by the first word in the table.
  const direction = textDirection(blockText(table));
  return (
    <div className="reader-table">
      <table {...(direction === null ? {} : { dir: direction })}>
        <tbody>
          {Array.from(table.rows.entries(), ([row, { cells }]) => (
            <tr key={row}>
              {Array.from(cells.entries(), ([column, cell]) => {
                const content = <InlineContent content={cell.content} />;
                const runs = runsOf(cell.content);
                return cell.header ? (
                  <th key={column} {...runs} scope={row === 0 ? 'col' : 'row'}>
                    {content}
                  </th>
                ) : (
                  <td key={column} {...runs}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
