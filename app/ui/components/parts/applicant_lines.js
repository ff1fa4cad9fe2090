// Names, schools and badges of the applicant list: the same from run to run, so they travel once. Who has not got them
// asks, and again: the answer may be lost like what was asked for.
const ASKS_AGAIN = 1500;

export default function (component) {
  const { data, setTriggerValue } = component;
  if (data.lines) shelve(data);
  let timer = 0;
  const ask = () => {
    if (onShelf(data.version)) return;
    setTriggerValue("missing", data.version);
    timer = setTimeout(ask, ASKS_AGAIN);
  };
  ask();
  return () => clearTimeout(timer);
}
