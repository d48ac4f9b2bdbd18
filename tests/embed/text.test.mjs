// The text of a page is the text of its article, however the page is marked up; every stretch leads back to its words.

import assert from "node:assert/strict";
import { SEED, hosted, paragraphs } from "./host.mjs";

/** The sample as newspapers mark it up: nothing of what is added is the article's. */
function dressed() {
  const lines = SEED.split("\n");
  lines[0] = lines[0]
    .replace("Phan Văn Phụng", '<a href="/nguoi/1">Phan <em>Văn</em> Phụng</a>')
    .replace("huyện Triệu Phong", "huyện\n        Triệu\tPhong")
    .replace("Tỉnh ủy", "<strong>Tỉnh</strong> <strong>ủy</strong>");
  lines[1] = lines[1].replace("Trần Tuyền", "Trần<script>var s = 'Nguyễn Văn Quảng Cáo'</script> Tuyền<style>p { color: inherit }</style>");
  lines[2] = lines[2].replace("Ban Tổ chức", '<span>Ban</span> <span style="white-space:nowrap">Tổ chức</span>').replace("quý I/2024", 'quý I/2024<sup><a href="#chu-thich">[1]</a></sup>');
  lines[3] = lines[3].replace("dự thảo", "dự thảo<noscript>Trần Văn Tắt</noscript>").replace("của trung ương", 'của<span hidden> Lê Văn Ẩn</span><span class="an"> Đỗ Thị Ẩn</span> trung ương<span aria-hidden="true"> ▲ </span>');
  lines[4] = lines[4].replace("Kịp thời", '<span class="hoa">K</span>ịp thời').replace("BTV", "<abbr title='Ban Thường vụ'>BTV</abbr><svg width='8' height='8'><text>Hồ Văn Hình</text></svg>");
  const [caption] = lines.splice(1, 1);
  const [first, ...rest] = lines;
  return `<p>
      ${first}
    </p>
    <figure><img src="/langkinh/icons/192.png" alt="Ảnh"><figcaption>${caption}</figcaption></figure>
    <div>${rest.slice(0, 3).join("<br>\n   <br/>")}</div>
    <table><tbody>${rest.slice(3, 5).map((line) => `<tr><td>${line}</td></tr>`).join("\n")}</tbody></table>
    <ul>${rest.slice(5, 7).map((line) => `<li>${line}</li>`).join("\n")}</ul>
    <section><div><span style="display:block">${rest[7]}</span>${rest.slice(8, 10).map((line) => `<p>${line}</p>`).join("")}</div></section>
    <aside data-langkinh="off"><p>Đọc thêm: Nguyễn Văn Khác làm Chủ tịch nước</p></aside>
    <template><p>Phạm Văn Mẫu</p></template>
    <pre class="giu">${rest.slice(10).join("\n")}</pre>
    <textarea>Vũ Văn Ô</textarea><button>Chia sẻ</button>`;
}

const STYLE = ".an { display: none } .hoa { float: left; font-size: 3em } .giu { white-space: pre-wrap } .khuat { visibility: hidden }";
const READ = `import { textOf } from "/langkinh/embed/dom.js"; globalThis.textOf = textOf; globalThis.isReady = true;`;
const read = async (host, html, more = {}) => {
  const page = await host.open({ html: `<article id="bai">${html}</article>`, style: STYLE, script: READ, load: "", policy: null, ...more });
  await page.waitForFunction(() => globalThis.isReady);
  return page;
};

hosted("an article marked up as newspapers do has the text of the article", async (host) => {
  const page = await read(host, dressed());
  const got = await page.evaluate(() => {
    const article = document.querySelector("#bai");
    const before = document.documentElement.outerHTML;
    const { text } = textOf(article);
    return { text, isSame: before === document.documentElement.outerHTML };
  });
  assert.equal(got.text, SEED.trim());
  assert.ok(got.isSame);
});

hosted("every stretch of the text leads to its words, and back", async (host) => {
  const page = await read(host, dressed());
  const wrong = await page.evaluate(() => {
    const read = textOf(document.querySelector("#bai"));
    const words = (span) => read.rangesOf(span).map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join("").replace(/\s+/g, "");
    const out = [];
    for (let start = 0; start < read.text.length; start += 7) {
      for (const length of [1, 2, 13, 90, 700]) {
        const end = Math.min(read.text.length, start + length);
        if (words({ start, end }) !== read.text.slice(start, end).replace(/\s+/g, "")) out.push([start, end]);
      }
      const [range] = read.rangesOf({ start, end: start + 1 });
      if (range && read.offsetOf(range.startContainer, range.startOffset) !== start) out.push([start]);
    }
    return out;
  });
  assert.deepEqual(wrong, []);
});

const CASES = [
  ["words of several elements stay together", "<p>Ban <b>Tổ</b> <i>chức</i><u> Tỉnh</u> ủy, <b>Bộ</b><i>Nội</i>vụ</p>", "Ban Tổ chức Tỉnh ủy, BộNộivụ"],
  ["spaces that are no break stay, others become one", "<p>ngày 14   tháng\n\t10 năm </p>", "ngày 14 tháng 10 năm"],
  ["blocks and breaks begin lines, none is empty", "<div>Một<p>Hai</p>Ba<br><br>Bốn<hr>Năm</div>", "Một\nHai\nBa\nBốn\nNăm"],
  ["cells of a row are apart", "<table><tr><th>Họ tên</th><th>Chức vụ</th></tr><tr><td>Phan Văn Phụng</td><td>Trưởng ban</td></tr></table>", "Họ tên\tChức vụ\nPhan Văn Phụng\tTrưởng ban"],
  ["what is made visible inside what is not", '<p>Một <span class="khuat">hai <b style="visibility: visible">ba</b></span> bốn</p>', "Một ba bốn"],
  ["m² is no note", "<p>rộng 50 m<sup>2</sup>, theo báo cáo<sup>[2]</sup> và sổ<sup><a href='#n3'>3</a></sup>.</p>", "rộng 50 m2, theo báo cáo và sổ."],
  ["a letter that floats belongs to its word", '<p><span class="hoa">N</span>gày 14</p><p>Cột <span class="hoa">Mục lục dài</span> bên</p>', "Ngày 14\nCột\nMục lục dài\nbên"],
  ["ruby without its reading", "<p><ruby>胡<rp>(</rp><rt>Hồ</rt><rp>)</rp></ruby> là họ</p>", "胡 là họ"],
  ["contents and flexible rows", '<div style="display: contents"><p>Một</p></div><div style="display: flex"><span>Hai</span><span>Ba</span></div>', "Một\nHai\nBa"],
  ["composed or not, soft hyphens and emoji stay as they are", "<p>Ho\u0300a Bi\u0300nh, Hậu&shy;Giang 🙂, ﻿x</p>", "Ho\u0300a Bi\u0300nh, Hậu\u00adGiang 🙂, ﻿x"],
  ["closed details are text that can be opened", "<details><summary>Xem</summary><p>Tỉnh ủy họp</p></details>", "Xem\nTỉnh ủy họp"],
  ["comments and processing instructions are none", "<p>Tỉnh<!-- Nguyễn Văn A --> ủy</p>", "Tỉnh ủy"],
  ["nothing", " \n <p> </p> ", ""],
];
for (const [name, html, text] of CASES) {
  hosted(`text: ${name}`, async (host) => {
    const page = await read(host, html);
    assert.equal(await page.evaluate(() => textOf(document.querySelector("#bai")).text), text);
  });
}

hosted("what the host names is left out", async (host) => {
  const page = await read(host, '<p>Tỉnh ủy họp.</p><div class="quang-cao">Mua nhà ở Hậu Giang</div><p class="lien-quan">Tin khác</p>');
  assert.equal(await page.evaluate(() => textOf(document.querySelector("#bai"), { ignore: ".quang-cao, .lien-quan" }).text), "Tỉnh ủy họp.");
});

hosted("the element's own markup makes no text", async (host) => {
  const page = await read(host, `<lang-kinh><script type="application/json">{"a": "Nguyễn Văn A"}</script>${paragraphs("Một\nHai")}</lang-kinh>`);
  assert.equal(await page.evaluate(() => textOf(document.querySelector("lang-kinh")).text), "Một\nHai");
});
