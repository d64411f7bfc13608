import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Markdown } from '../../components/markdown/Markdown.tsx';
import { findPages, guidePages } from '../../text/guide-pages.ts';
import { helpText as words } from '../../text/help.ts';
import { help, helpStore } from './help.ts';

const isPage = (href: string): boolean => guidePages.some(({ file }) => file === href);

/** List of the pages, searched by what they say, beside the one on show. */
export function Guide() {
  const file = useStore(helpStore, ({ page }) => page);
  const [query, setQuery] = useState('');
  const reading = useRef<HTMLElement>(null);
  const hits = findPages(query);
  const shown = guidePages.find((each) => each.file === file) ?? guidePages[0];
  useEffect(() => { reading.current?.scrollTo({ top: 0 }); }, [file]);
  const turnTo = (page: string): void => {
    help.turnTo(page);
    reading.current?.focus();
  };
  return (
    <div className="help">
      <div className="help-side">
        <TextInput data-autofocus type="search" aria-label={words.search} placeholder={words.search}
          leftSection={<IconSearch size={14} aria-hidden />} value={query}
          onChange={({ currentTarget }) => { setQuery(currentTarget.value); }} />
        <p className="unseen" role="status">{query === '' ? '' : words.found(hits.length)}</p>
        <nav aria-label={words.pages}>
          <ul>
            {hits.map(({ page, line }) => (
              <li key={page.file}>
                <button type="button" className="plain-button help-page"
                  aria-current={page === shown ? 'page' : undefined}
                  onClick={() => { turnTo(page.file); }}>
                  {page.title}
                  {query !== '' && line !== null && <span>{line}</span>}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {hits.length === 0 && <p className="help-nothing">{words.nothing}</p>}
      </div>
      <article className="help-text" ref={reading} tabIndex={0} aria-label={shown?.title}>
        {shown !== undefined && <Markdown text={shown.text} knows={isPage} open={turnTo} />}
      </article>
    </div>
  );
}
