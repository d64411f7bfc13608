import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { HostInfo, RecentFile } from '../../../shared/backend.ts';
import { useHost } from '../../backend/context.tsx';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { startText } from '../../text/start.ts';
import { useReply } from '../../state/use-reply.ts';

/** Recent projects, and the projects folder where the host has no dialog of its own. */
export function FileLists({ info }: { readonly info: HostInfo | null }) {
  const path = usePlanner((state) => state.project?.path ?? null);
  const [forgotten, setForgotten] = useState(0);
  const recent = useReply('app:recent', {}, `${path} ${forgotten}`);
  const host = useHost();
  const forget = async (file: RecentFile): Promise<void> => {
    await host.call('app:forget-recent', { path: file.path });
    setForgotten(forgotten + 1);
  };
  return (
    <>
      <section className="panel" aria-labelledby="start-recent">
        <header>
          <h2 id="start-recent">{startText.recent}</h2>
          {info?.nativeDialogs === true && <OpenButton />}
        </header>
        {recent?.length === 0 && <p className="panel-hint">{startText.noRecent}</p>}
        <ul>
          {recent?.map((file) => (
            <li key={file.path}>
              <FileLine
                file={file}
                onForget={() => {
                  void forget(file);
                }}
              />
            </li>
          ))}
        </ul>
      </section>
      {info?.nativeDialogs === false && <Folder folder={info.projectsFolder} again={path} />}
    </>
  );
}

function OpenButton() {
  const host = useHost();
  const { openFile } = useActions();
  const choose = async (): Promise<void> => {
    const chosen = await host.call('app:choose-file', { purpose: 'open', suggestedName: '' });
    if (chosen.ok && chosen.value !== null) await openFile(chosen.value);
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => {
        void choose();
      }}>
      {startText.open}
    </Button>
  );
}

function Folder({ folder, again }: { readonly folder: string; readonly again: unknown }) {
  const files = useReply('project:list', {}, again);
  return (
    <section className="panel" aria-labelledby="start-folder">
      <h2 id="start-folder">{startText.inFolder(folder)}</h2>
      {files?.length === 0 && <p className="panel-hint">{startText.noFiles}</p>}
      <ul>
        {files?.map((file) => (
          <li key={file.path}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileLine(
  { file, onForget }: { readonly file: RecentFile; readonly onForget?: () => void },
) {
  const { openFile } = useActions();
  const busy = usePlanner((state) => state.busy);
  return (
    <div className="file-line">
      <button
        type="button"
        className="plain-button file-open"
        disabled={busy}
        onClick={() => {
          void openFile(file.path);
        }}>
        <span className="file-name">{file.name}</span>
        <span className="file-path">
          {file.exists ? file.path : `${file.path} (${startText.gone})`}
        </span>
      </button>
      {onForget !== undefined && (
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          aria-label={startText.forget(file.name)}
          onClick={onForget}>
          <IconX size={13} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
