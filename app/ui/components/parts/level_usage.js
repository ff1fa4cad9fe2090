// How often each reviewer chose each level: a bar a reviewer, its pieces the levels from the best down.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  root.replaceChildren(...data.dimensions.map(dimensionOf));

  function dimensionOf(dimension) {
    const block = make("div", "dimension");
    block.append(make("div", "name", dimension.name), ...dimension.rows.map(rowOf));
    return block;
  }

  function rowOf(row) {
    const line = make("div", "row");
    const bar = make("div", "bar");
    const all = row.levels.reduce((sum, level) => sum + level.count, 0) || 1;
    row.levels.forEach((level, place) => {
      if (!level.count) return;
      const piece = make("span", "piece step" + Math.min(place, 4), level.name + " " + level.count);
      piece.style.flexBasis = (100 * level.count) / all + "%";
      piece.title = level.name + " " + level.count;
      bar.append(piece);
    });
    line.append(make("div", "reviewer small", row.reviewer), bar);
    return line;
  }
}
