/** The chart library with what the console draws; loaded when the first chart is shown. */
export async function drawing() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  core.use([
    charts.BarChart,
    charts.LineChart,
    charts.PieChart,
    charts.HeatmapChart,
    components.GridComponent,
    components.TooltipComponent,
    components.LegendComponent,
    components.DatasetComponent,
    components.MarkLineComponent,
    components.VisualMapComponent,
    renderers.CanvasRenderer,
  ])
  return core
}

export type Chart = ReturnType<Awaited<ReturnType<typeof drawing>>['init']>

/** Colours that tell apart for the colour-blind too, dark enough on white. */
export const PALETTE = ['#1f5c8f', '#c7681f', '#2f7d5b', '#8a5aa8', '#a8323e', '#5d6b7a', '#b08900', '#3a8f9e']
