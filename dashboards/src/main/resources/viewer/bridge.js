// Options for steps from one total to another, drawn as a waterfall that lies on its side: labels stay readable on a phone.

export function bridgeOptions(item, { formats }, colours, width) {
  const steps = placed(item);
  const text = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  const names = steps.map((step) => formats.value(item.across, step.row));
  return {
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    textStyle: { fontFamily: colours.font },
    grid: { left: 4, right: width < 420 ? 64 : 84, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      renderMode: 'richText', confine: true,
      backgroundColor: colours.card, borderColor: colours.rule, textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 13 },
      formatter: ({ data, name }) => (data.row ? `${name}: ${written(item, data.row, formats)}` : ''),
    },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category', inverse: true, data: names,
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { ...text, color: colours.ink, lineHeight: 15, width: width < 420 ? 104 : 150, overflow: 'break' },
    },
    series: [
      { type: 'bar', stack: 'steps', silent: true, tooltip: { show: false }, itemStyle: { color: 'transparent' },
        data: steps.map((step) => step.from) },
      { type: 'bar', stack: 'steps', barMaxWidth: 26,
        data: steps.map((step) => ({
          value: step.length,
          row: step.row,
          itemStyle: { color: colour(step, colours), borderRadius: 3 },
          label: { show: true, position: 'right', color: colours.ink, fontFamily: colours.font, fontSize: 12,
            formatter: () => written(item, step.row, formats, width < 420 ? 1000 : 1e6) },
        })) },
    ],
  };
}

function written(item, row, formats, compact) {
  const intl = row.is_total ? {} : { signDisplay: 'exceptZero' };
  return formats.value(item.value, row, { compact, intl });
}

function colour(step, colours) {
  if (step.row.is_total) return colours.before;
  return step.row.value < 0 ? colours.bad : colours.good;
}

/** Where each step begins and how long it is; totals begin at nothing. */
function placed(item) {
  let level = 0;
  return item.rows.map((row) => {
    const value = row[item.value] ?? 0;
    const before = row.is_total ? 0 : level;
    level = row.is_total ? value : level + value;
    return { row: { ...row, value }, from: Math.max(0, Math.min(before, level)), length: Math.abs(level - before) };
  });
}
