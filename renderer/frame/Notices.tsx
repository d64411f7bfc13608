import { Button, Notification } from '@mantine/core';
import { useActions, usePlanner } from '../state/hooks.tsx';
import type { Notice } from '../state/store.ts';
import { frameText } from '../text/frame.ts';
import { explainNotice } from '../text/notices.ts';
import './notices.css';

/** What went wrong or was done, until it is put away. */
export function Notices() {
  const notices = usePlanner((state) => state.notices);
  return (
    <section className="notices" aria-label={frameText.notices}>
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function One({ notice }: { readonly notice: Notice }) {
  const { dismissNotice } = useActions();
  const { title, kept, next, bad } = explainNotice(notice.problem);
  return (
    <Notification
      role="alert"
      color={bad ? 'red' : 'steel'}
      title={title}
      withBorder
      closeButtonProps={{ 'aria-label': frameText.dismiss }}
      onClose={() => {
        dismissNotice(notice.id);
      }}>
      <p>
        {kept} {next}
      </p>
      {'label' in notice.problem && <UndoThis notice={notice} label={notice.problem.label} />}
      {notice.lost.length > 0 && (
        <p>
          {frameText.notKept} {notice.lost.join('; ')}
        </p>
      )}
    </Notification>
  );
}

interface UndoProps {
  readonly notice: Notice;
  readonly label: string;
}

/** Takes the told command back, as long as it is the last one. */
function UndoThis({ notice, label }: UndoProps) {
  const { undo, dismissNotice } = useActions();
  const last = usePlanner(({ project }) => project?.history.undo === label);
  if (!last) return null;
  const takeBack = async (): Promise<void> => {
    await undo();
    dismissNotice(notice.id);
  };
  return <Button size="compact-xs" variant="default"
    onClick={() => { void takeBack(); }}>{frameText.undoThis}</Button>;
}
