// Names, schools and badges of the applicant list: the same from run to run, so they travel once.
export default function (component) {
  shelve(component.data);
}
