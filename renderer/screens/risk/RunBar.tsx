import { Button, NumberInput, Progress, SegmentedControl, Select } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { usePrinter } from '../../state/use-print.ts';
import { riskText as words } from '../../text/risk.ts';
import { KeepRun } from './KeepRun.tsx';
import { figuresDrawn, type DrawnFigure } from './risk-task.ts';
import type { Risk } from './use-risk.ts';

/** Numbers of draws offered. */
const sizes = [500, 2000, 10_000];
/** Largest seed that can be typed. */
const mostSeed = 999_999_999;

interface Props {
  readonly risk: Risk;
  readonly figure: DrawnFigure;
  readonly setFigure: (figure: DrawnFigure) => void;
  readonly draws: number;
  readonly setDraws: (draws: number) => void;
  readonly seed: number;
  readonly setSeed: (seed: number) => void;
}

/** Which figure is shown, how far the run is, and how it is drawn. */
export function RunBar({ risk, figure, setFigure, draws, setDraws, seed, setSeed }: Props) {
  const print = usePrinter();
  const done = risk.view?.summary.done ?? null;
  return (
    <div className="risk-bar">
      <SegmentedControl size="xs" aria-label={words.figures} value={figure}
        data={figuresDrawn.map((value) => ({ value, label: words.figure[value] }))}
        onChange={(value) => {
          const chosen = figuresDrawn.find((each) => each === value);
          if (chosen !== undefined) setFigure(chosen);
        }} />
      <Progress className="risk-progress" size="sm" aria-label={words.futures}
        value={done === null ? 0 : (100 * done) / draws} />
      <span role="status" className="risk-count">
        {done === null ? words.notYet
          : words.progress(print(done, 'count'), print(draws, 'count'))}
      </span>
      <Select size="xs" className="risk-draws" aria-label={words.futures} value={String(draws)}
        data={sizes.map((size) => ({ value: String(size), label: print(size, 'count') }))}
        allowDeselect={false} comboboxProps={{ withinPortal: true }}
        onChange={(value) => { if (value !== null) setDraws(Number(value)); }} />
      <NumberInput size="xs" className="risk-seed" aria-label={words.seed}
        prefix={`${words.seed} `} value={seed} min={0} max={mostSeed} allowDecimal={false}
        onChange={(value) => { if (typeof value === 'number') setSeed(value); }} />
      {risk.phase === 'busy'
        ? <Button size="xs" variant="default" onClick={risk.stop}
          leftSection={<IconPlayerStop size={14} aria-hidden />}>{words.stop}</Button>
        : <Button size="xs" variant="default" onClick={risk.restart}
          leftSection={<IconPlayerPlay size={14} aria-hidden />}>{words.run}</Button>}
      <KeepRun {...{ risk, draws, seed }} />
    </div>
  );
}
