// Who is likely to be read next: put by for the parts that will show it, with the scripts it needs.
export default function (component) {
  for (const { tree, stage } of component.data.pages) {
    keepPage(stage, { tree, stage });
    for (const { module } of stage.parts) import(new URL(module, location.origin).href);
  }
}
