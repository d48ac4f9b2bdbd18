// What a host copies from the documentation, word for word as the tests run it. Those of bundlers and runtimes stand in the
// package's README, labeled behind the language of their fence.

import { readFileSync } from "node:fs";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const fromReadme = Object.fromEntries(
  [...readme.matchAll(/^```\w+ ([\w-]+)\n([\s\S]*?)^```$/gm)].map(([, label, text]) => [label, text.trim()]),
);

export const SNIPPETS = {
  ...fromReadme,

  tag: `<article id="bai"> … </article>
<lang-kinh for="bai" kinds="person organization place document"></lang-kinh>
<script type="module" src="/langkinh/lang-kinh.min.js"></script>`,

  npm: `import "langkinh/define"; // registers <lang-kinh>`,

  nextClient: `// app/article.jsx
"use client";
import "langkinh/react";

export default function Article({ children, analysis }) {
  const json = JSON.stringify(analysis).replaceAll("<", "\\u003c");
  return (
    <>
      <article id="bai">{children}</article>
      <lang-kinh for="bai">
        <script type="application/json" dangerouslySetInnerHTML={{ __html: json }} />
      </lang-kinh>
    </>
  );
}`,

  nextServer: `// app/page.jsx
import init, { analyze } from "langkinh";
import Article from "./article";

export default async function Page() {
  const paragraphs = ["Sáng 14/10/2021, Tỉnh ủy Hậu Giang họp.", "Ông Trần Văn Bình chủ trì."];
  await init();
  return (
    <Article analysis={analyze(paragraphs.join("\\n"))}>
      {paragraphs.map((text) => <p key={text}>{text}</p>)}
    </Article>
  );
}`,

  nextRoute: `// app/analyze/route.js
import init, { analyze } from "langkinh";

export async function POST(request) {
  await init();
  return Response.json(analyze(await request.text()));
}`,

  server: `import init, { analyze } from "langkinh";

await init();

/** The tag for an article: its paragraphs as they stand on the page, a line each. */
export function tagFor(id, paragraphs, published) {
  const text = paragraphs.map((each) => each.replace(/[ \\t\\n\\r\\f]+/g, " ").trim()).filter(Boolean).join("\\n");
  const json = JSON.stringify(analyze(text, { published })).replaceAll("<", "\\\\u003c");
  return \`<lang-kinh for="\${id}"><script type="application/json">\${json}</script></lang-kinh>\`;
}`,

  colors: `:root {
  --langkinh-person: #8a1c1c;
  --langkinh-organization: #1c5a8a;
  --langkinh-selected: rgb(255 220 90 / 0.5);
  --langkinh-font: Georgia, serif;
  --langkinh-card-background: #fffdf7;
  --langkinh-card-color: #221;
}
lang-kinh::part(legend) { border-top: 1px solid; }`,

  card: `document.addEventListener("langkinh-select", (event) => {
  const { entity, record } = event.detail;
  if (entity.kind !== "person") return; // our card for everything else
  event.preventDefault();
  document.querySelector("#the").textContent = \`\${record.name}: \${record.roles.map(({ title }) => title).join("; ")}\`;
});`,

  jsonLd: `import init, { analyze } from "langkinh";
import { toJsonLd } from "langkinh/json-ld";

await init();

export function structuredData(text, url, headline) {
  const article = toJsonLd(analyze(text), { url, headline });
  return \`<script type="application/ld+json">\${JSON.stringify(article).replaceAll("<", "\\\\u003c")}</script>\`;
}`,

  own: `import { textOf, highlight } from "langkinh/dom";
import { analyzer } from "langkinh/async";

const reader = analyzer(); // one for the whole page
const page = textOf(document.querySelector("article"));
const analysis = await reader.analyze(page.text);
const marking = highlight(page, analysis, { kinds: ["person", "place"] });`,
};
