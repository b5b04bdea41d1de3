// Options for lines and bars: the first is the figure, the second what it is held against.

export function lineOptions(item, { formats }, colours, width) {
  const places = [...new Set(item.rows.map((row) => row[item.across]))];
  const splits = splitBy(item, formats);
  const series = splits.flatMap((split) => item.lines.map((name, order) => one(item, name, order, split, places, formats, colours)));
  const text = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  return {
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    textStyle: { fontFamily: colours.font },
    grid: { left: 4, right: 12, top: 40, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 18, itemHeight: 4, textStyle: { ...text, color: colours.ink } },
    tooltip: {
      trigger: 'axis', renderMode: 'richText', confine: true,
      backgroundColor: colours.card, borderColor: colours.rule, textStyle: { color: colours.ink, fontFamily: colours.font, fontSize: 13 },
      formatter: (points) => [
        formats.value(item.across, points[0].data.row ?? { [item.across]: points[0].name }),
        ...points.filter((point) => point.data.row).map((point) =>
          `${point.seriesName}: ${formats.value(point.data.column, point.data.row)}`),
      ].join('\n'),
    },
    xAxis: {
      type: 'category', data: places, boundaryGap: item.shows === 'bar',
      axisLine: { lineStyle: { color: colours.rule } }, axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, interval: width < 420 && places.length > 8 ? 2 : 'auto',
        formatter: (value) => axisText(item.across, value, formats) },
    },
    yAxis: {
      type: 'value', scale: formats.kind(item.lines[0]) === 'percent', splitNumber: 4,
      splitLine: { lineStyle: { color: colours.rule } },
      axisLabel: { ...text, formatter: (value) => formats.value(item.lines[0], { ...item.rows[0], [item.lines[0]]: value }, { compact: 1000 }) },
    },
    series,
  };
}

function axisText(name, value, formats) {
  if (formats.kind(name) === 'month') return formats.shortMonth(value);
  if (formats.kind(name) === 'date') return formats.day(value, { day: 'numeric', month: 'short' });
  return formats.value(name, { [name]: value });
}

/** Amounts in different currencies never share a line. */
function splitBy(item, formats) {
  const column = formats.columns[item.lines[0]]?.currency;
  const values = [...new Set(item.rows.map((row) => row[column]))];
  return values.length > 1 ? values.map((value) => ({ column, value })) : [{}];
}

function one(item, name, order, split, places, formats, colours) {
  const byPlace = new Map(item.rows
    .filter((row) => !split.column || row[split.column] === split.value)
    .map((row) => [row[item.across], row]));
  const data = places.map((place) => {
    const row = byPlace.get(place);
    return row ? { value: row[name], row, column: name } : { value: null };
  });
  const colour = order === 0 ? colours.accent : colours.before;
  const label = split.value ? `${formats.label(name)} (${split.value})` : formats.label(name);
  if (item.shows === 'bar') return { type: 'bar', name: label, data, itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] } };
  return {
    type: 'line', name: label, data, symbol: 'circle', symbolSize: order === 0 ? 7 : 4, showSymbol: places.length < 40, showAllSymbol: true, z: 3 - order,
    lineStyle: { width: order === 0 ? 3 : 2, type: order === 0 ? 'solid' : 'dashed', color: colour },
    itemStyle: { color: colour },
    areaStyle: order === 0 ? { color: colour, opacity: 0.08 } : undefined,
  };
}
