// Rubric sentences in dispute: the chosen levels side by side, with who chose them and why.
export default function (component) {
  const { data } = component;
  const root = rootOf(component, "section");
  root.replaceChildren(...data.disputes.map(disputeOf));

  function disputeOf(dispute) {
    const block = make("article", "dispute");
    const top = make("div", "top");
    const link = make("a", "", dispute.applicant);
    link.href = dispute.link;
    link.target = "_self";
    top.append(make("strong", "", dispute.dimension), link, make("span", "badge " + dispute.kind, dispute.told));
    const votes = make("div", "votes");
    votes.setAttribute("aria-label", data.words.sentences);
    votes.append(...dispute.votes.map(voteOf));
    block.append(top, votes);
    return block;
  }

  function voteOf(vote) {
    const node = make("div", "vote");
    node.append(make("div", "level", vote.level + "　" + vote.band), make("p", "", vote.text));
    for (const each of vote.said) {
      const said = make("div", "said small");
      said.append(make("b", "", each.reviewer + "　"), make("span", each.comment ? "" : "muted", each.comment || data.words.none));
      node.append(said);
    }
    return node;
  }
}
