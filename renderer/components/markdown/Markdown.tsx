import { useMemo } from 'react';
import { readMarkdown, type Block, type Inline, type Inlines } from '../../text/markdown.ts';
import './markdown.css';
import { guidePictures } from './pictures.ts';

interface Follow {
  /** Whether an address is a page that can be shown here. */
  readonly knows: (href: string) => boolean;
  readonly open: (href: string) => void;
}

interface Props extends Follow {
  readonly text: string;
}

/** A page written in Markdown, as elements: no text of it becomes markup. */
export function Markdown({ text, knows, open }: Props) {
  const blocks = useMemo(() => readMarkdown(text), [text]);
  const follow = { knows, open };
  // A page never changes while it is shown: places are names.
  return <div className="md">{blocks.map((block, at) => (
    <One key={at} block={block} follow={follow} />
  ))}</div>;
}

function One({ block, follow }: { readonly block: Block; readonly follow: Follow }) {
  const say = (inside: Inlines) => <Words inside={inside} follow={follow} />;
  switch (block.kind) {
    case 'heading': {
      // The dialog's own title is the heading above.
      const Heading = ({ 1: 'h2', 2: 'h3', 3: 'h4' } as const)[block.level];
      return <Heading>{say(block.inside)}</Heading>;
    }
    case 'paragraph': return <p>{say(block.inside)}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return <List>{block.items.map((each, at) => <li key={at}>{say(each)}</li>)}</List>;
    }
    case 'code': return <pre tabIndex={0}><code>{block.text}</code></pre>;
    case 'image': {
      const src = guidePictures.get(block.src);
      return src === undefined ? <p>{block.alt}</p>
        : <img src={src} alt={block.alt} width={1280} height={720} />;
    }
    case 'table': return (
      <table>
        <thead><tr>{block.head.map((each, at) => <th key={at}>{say(each)}</th>)}</tr></thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>{row.map((each, of) => <td key={of}>{say(each)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    );
  }
}

const Words = ({ inside, follow }: { readonly inside: Inlines; readonly follow: Follow }) =>
  inside.map((each, at) => <Word key={at} word={each} follow={follow} />);

function Word({ word, follow }: { readonly word: Inline; readonly follow: Follow }) {
  switch (word.kind) {
    case 'text': return word.text;
    case 'code': return <code>{word.text}</code>;
    case 'strong': return <strong><Words inside={word.inside} follow={follow} /></strong>;
    case 'link': return follow.knows(word.href)
      ? (
        <button type="button" className="plain-button md-link"
          onClick={() => { follow.open(word.href); }}>
          <Words inside={word.inside} follow={follow} />
        </button>
      )
      // Nothing outside can be reached from here: the address is what helps.
      : <><Words inside={word.inside} follow={follow} /> (<code>{word.href}</code>)</>;
  }
}
