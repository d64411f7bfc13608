import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  AxisPointerComponent,
  DataZoomInsideComponent,
  GraphicComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './picture.ts';

register([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  GraphicComponent,
  DataZoomInsideComponent,
  TooltipComponent,
  MarkLineComponent,
  MarkAreaComponent,
  AriaComponent,
  AxisPointerComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

export type ChartInstance = ReturnType<typeof init>;

/**
 * A chart in an element: canvas where it must be fast, SVG where it must be sharp at any
 * size.
 */
export const startChart = (element: HTMLElement, renderer: 'canvas' | 'svg'): ChartInstance =>
  init(element, null, { renderer });

/** The chart as a standalone SVG document of the given size. */
export function drawSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
}
