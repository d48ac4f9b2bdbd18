// Who holds which post in the text that is typed or pasted: analyzed off the main thread at every change, the newest text wins.
import { analyzer } from "langkinh/async";

const reader = analyzer();
const status = document.querySelector("[role=status]");
const rows = document.querySelector("tbody");
let newest;

document.querySelector("textarea").addEventListener("input", async ({ target }) => {
  newest?.abort();
  newest = new AbortController();
  const { signal } = newest;
  try {
    show(await reader.analyze(target.value, { signal }));
  } catch (error) {
    if (!signal.aborted) status.textContent = error.message;
  }
});

function show({ people, metrics }) {
  status.textContent = `${people.length} người, ${metrics.syllables} tiếng`;
  rows.replaceChildren(
    ...people.flatMap(({ name, roles }) =>
      (roles.length ? roles : [{ title: "" }]).map(({ title }) => {
        const row = document.createElement("tr");
        for (const text of [name, title]) row.insertCell().textContent = text;
        return row;
      }),
    ),
  );
}
