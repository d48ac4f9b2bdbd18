// A newspaper's own card in the place of ours: it knows more about its people than an article says.

const card = document.querySelector("#the-cua-bao");

document.addEventListener("langkinh-select", (event) => {
  const { entity, record } = event.detail;
  if (entity.kind !== "person") return; // for everything else our card will do
  event.preventDefault();
  card.hidden = false;
  card.querySelector("h2").textContent = record.name;
  card.querySelector("p").textContent = record.roles.map(({ title }) => title).join("; ") || "Xem các bài về người này";
});
