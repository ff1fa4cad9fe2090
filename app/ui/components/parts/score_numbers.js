// Scores as exact numbers: whole millionths, never floating point.
function scaled(text) {
  const match = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec((text ?? "").normalize("NFKC").trim());
  return match ? BigInt(match[1]) * 1000000n + BigInt((match[2] ?? "").padEnd(6, "0")) : null;
}

function decimals(whole, digits) {
  const text = whole.toString().padStart(digits + 1, "0");
  return text.slice(0, -digits) + "." + text.slice(-digits);
}

function trimmed(millionths) {
  return decimals(millionths, 6).replace(/\.?0+$/, "");
}

function runningTotal(data, scores) {
  let total = 0n;
  for (const each of data.dimensions) {
    const value = scaled(scores[each.id]);
    if (value === null || isOutside(each, scores[each.id], data.step)) return null;
    total += data.is_percent ? value * scaled(each.weight) : value * 100000000n;
  }
  // Rounded half up once, from hundredths of a millionth of a millionth down to two decimals.
  const unit = 1000000000000n;
  return decimals((total + unit / 2n) / unit, 2);
}

function levelOf(dimension, score) {
  const value = scaled(score);
  if (value === null) return -1;
  return dimension.levels.findIndex((level) => scaled(level.low) <= value && value <= scaled(level.high));
}

// The middle of the band, down to the step: a start that the reviewer then moves.
function middleOf(level, stepText) {
  const step = scaled(stepText);
  const low = scaled(level.low);
  const value = ((low + scaled(level.high)) / 2n / step) * step;
  return trimmed(value < low ? low : value);
}

function isOutside(dimension, score, stepText) {
  if (!score) return false;
  const value = scaled(score);
  const maximum = scaled(dimension.maximum);
  return value === null || value > maximum || (value % scaled(stepText) !== 0n && value !== maximum);
}
