// An article analyzed on the server, once: its readers get the analysis inside the tag and load no module at all.
// Usage: node server.mjs ARTICLE.txt [PORT]
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import init, { analyze } from "langkinh";

await init();
// one line a paragraph and one space between words, as the tag reads the page below
const lines = (await readFile(process.argv[2], "utf8"))
  .split(/\r?\n/)
  .map((line) => line.replace(/[ \t\n\r\f]+/g, " ").trim())
  .filter(Boolean);
const analysis = analyze(lines.join("\n"));

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const page = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>${escaped(analysis.meta.title ?? "Bài báo")}</title>
<article id="article">
${lines.map((line) => `  <p>${escaped(line)}</p>`).join("\n")}
</article>
<lang-kinh for="article">
  <script type="application/json">${JSON.stringify(analysis).replaceAll("<", "\\u003c")}</script>
</lang-kinh>
<script type="module" src="/lang-kinh.min.js"></script>
</html>`;

const script = await readFile(fileURLToPath(import.meta.resolve("langkinh/lang-kinh.min.js")));
const policy = "default-src 'none'; script-src 'self'; style-src 'self'"; // not even 'wasm-unsafe-eval'
const server = createServer(({ url }, response) => {
  if (url === "/")
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy })
      .end(page);
  else if (url === "/lang-kinh.min.js") response.writeHead(200, { "content-type": "text/javascript" }).end(script);
  else response.writeHead(url === "/favicon.ico" ? 204 : 404).end();
});
server.listen(Number(process.argv[3] ?? 8000), "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${server.address().port}/`),
);
