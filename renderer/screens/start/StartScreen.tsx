import { useState } from 'react';
import { useHost } from '../../backend/context.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useActions, usePlanner } from '../../state/hooks.tsx';
import { useStartDraft } from '../../state/start-draft.ts';
import { startText } from '../../text/start.ts';
import { Backups } from './Backups.tsx';
import { FileLists } from './FileLists.tsx';
import { Guide } from './Guide.tsx';
import { OpenProjectPanel } from './OpenProjectPanel.tsx';
import './start.css';
import { Summary } from './Summary.tsx';
import { Templates } from './Templates.tsx';
import { useOffers, usePlanNow } from './use-start.ts';
import { useReply } from '../../state/use-reply.ts';

/**
 * Recent projects, templates, recovery, and the open project itself. A file dropped
 * anywhere is opened.
 */
export function StartScreen() {
  const open = usePlanner((state) => state.project !== null);
  const info = useReply('app:info', {});
  const offers = useOffers(useStartDraft());
  const plan = usePlanNow();
  const { over, problem, handlers } = useDrop(info?.projectsFolder ?? '');
  return (
    <div className="start" data-over={over || undefined} {...handlers}>
      <ScreenFrame id="start">
        {open && <OpenProjectPanel />}
        {problem !== null && (
          <p className="start-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="start-columns">
          <Guide offers={offers} />
          <div>
            <Summary offers={offers} onPlan={plan} />
            <FileLists info={info} />
            <Backups />
          </div>
        </div>
        <Templates />
        {info !== null && <p className="start-about">{startText.about(info.appVersion)}</p>}
      </ScreenFrame>
      {over && (
        <div className="start-drop" aria-hidden>
          {startText.drop}
        </div>
      )}
    </div>
  );
}

function useDrop(folder: string) {
  const host = useHost();
  const { openFile } = useActions();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    const path = host.pathOfDropped(file);
    setProblem(path === null ? startText.cannotDrop(file.name, folder) : null);
    if (path !== null) void openFile(path);
  };
  const handlers = {
    onDragOver: (event: React.DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: React.DragEvent) => {
      if (event.currentTarget === event.target) setOver(false);
    },
    onDrop: drop,
  };
  return { over, problem, handlers };
}
