// What a host does to page and tag while they stand there: other articles, other places, other attributes, other analyses, at
// any time. What was asked for last is what is shown, told once, and nothing of what was before stays.

import assert from "node:assert/strict";
import { before } from "node:test";
import init, { analyze } from "../../www/langkinh.node.js";
import { hosted } from "./host.mjs";

const BINH = "Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự họp ngày 14/10.";
const HOA = "Bà Lê Thị Hoa, Chủ tịch UBND huyện Vị Thủy, phát biểu.";
const NAM = "Ông Nguyễn Văn Nam, Giám đốc Sở Tài chính, trả lời.";
const article = (text, id = "bai") => `<article id="${id}"><p>${text}</p></article>`;
const TAG = '<lang-kinh for="bai"></lang-kinh>';

let json;
before(async () => {
  await init();
  json = (text) => JSON.stringify(analyze(text));
});

/** What a page's script has at hand: the tag, and the moment in which an analysis is under way. */
const AT_HAND = `
  globalThis.tag = document.querySelector("lang-kinh") ?? document.createElement("lang-kinh");
  globalThis.paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });
  globalThis.atWork = async () => {
    await customElements.whenDefined("lang-kinh");
    const status = tag.shadowRoot.querySelector("[role=status]");
    await new Promise((done) => {
      const look = () => /^Đang đọc/.test(status.textContent) && (observer.disconnect(), done());
      const observer = new MutationObserver(look);
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      look();
    });
  };`;
const people = async (host) => (await host.painted())["langkinh-person"];
const shown = (host, names) => host.page.waitForFunction((wanted) => [...(CSS.highlights.get("langkinh-person") ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join() === wanted, {}, names.join());
const count = async (host, type) => (await host.told()).filter((each) => each.type === type).length;
const errors = async (host) => (await host.told()).filter(({ type }) => type === "langkinh-error").map(({ phase }) => phase);

hosted("an article whose markup is written anew", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG, script: AT_HAND });
  await host.analyzed();
  // the same words in other nodes, then other words: without Trusted Types innerHTML would do the same
  const write = (text) => page.evaluate((words) => document.querySelector("#bai").replaceChildren(globalThis.paragraph(words)), text);
  await write(BINH);
  await shown(host, ["Trần Văn Bình"]);
  await write(HOA);
  await host.analyzed(2);
  assert.deepEqual(await people(host), ["Lê Thị Hoa"]);
  assert.deepEqual(await errors(host), []);
});

hosted("innerHTML, outerHTML and normalize() of a page without Trusted Types", async (host) => {
  const page = await host.open({ html: `<div id="trang">${article(BINH)}</div>${TAG}`, policy: null });
  await host.analyzed();
  await page.evaluate((text) => (document.querySelector("#bai").innerHTML = `<p>${text}</p>`), HOA);
  await host.analyzed(2);
  assert.deepEqual(await people(host), ["Lê Thị Hoa"]);
  await page.evaluate((text) => (document.querySelector("#bai").outerHTML = `<section id="bai">${text}</section>`), NAM);
  await host.analyzed(3);
  await page.evaluate(() => {
    const text = document.querySelector("#bai").firstChild;
    text.splitText(text.data.indexOf("yễn")).splitText(3);
  });
  await shown(host, ["Ngu", "yễn", " Văn Nam"]);
  await page.evaluate(() => document.querySelector("#bai").normalize());
  await shown(host, ["Nguyễn Văn Nam"]);
  assert.equal(await count(host, "langkinh-analysis"), 3, "the same words are not analyzed again");
});

hosted("taken out while an analysis is under way, and put back", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG, script: `${AT_HAND}
    await atWork();
    tag.remove();
    globalThis.isOut = true;` });
  await page.waitForFunction(() => globalThis.isOut);
  assert.deepEqual(await host.painted(), {});
  await page.evaluate(() => document.body.prepend(globalThis.tag));
  await host.analyzed();
  assert.deepEqual(await people(host), ["Trần Văn Bình"]);
  assert.deepEqual([await count(host, "langkinh-analysis"), await errors(host)], [1, []]);
});

hosted("an article that moves to another place, and is replaced there", async (host) => {
  const page = await host.open({ html: `<div id="a">${article(BINH)}</div><div id="b"><div id="c"></div></div>${TAG}`, script: AT_HAND });
  await host.analyzed();
  await page.evaluate(() => document.querySelector("#c").append(document.querySelector("#bai")));
  assert.deepEqual(await people(host), ["Trần Văn Bình"]);
  await page.evaluate((text) => {
    const next = Object.assign(document.createElement("article"), { id: "bai" });
    next.append(globalThis.paragraph(text));
    document.querySelector("#c").replaceChildren(next);
  }, HOA);
  await host.analyzed(2);
  assert.deepEqual(await people(host), ["Lê Thị Hoa"]);
});

hosted("an article that comes after the tag: told that it is not there, then read", async (host) => {
  const page = await host.open({ html: `<div id="trang"></div>${TAG}`, script: AT_HAND });
  assert.match(await host.failed("target"), /no element with the id "bai"/);
  await page.evaluate((text) => {
    const next = Object.assign(document.createElement("article"), { id: "bai" });
    next.append(globalThis.paragraph(text));
    document.querySelector("#trang").append(next);
  }, BINH);
  await host.analyzed();
  assert.deepEqual([await people(host), await errors(host)], [["Trần Văn Bình"], ["target"]]);
  // and in a place far from the first
  await page.evaluate(() => document.querySelector("#bai").remove());
  await shown(host, []);
  await page.evaluate((text) => {
    const next = document.createElement("section");
    next.append(globalThis.paragraph(text));
    document.body.append(next);
    next.id = "bai";
  }, HOA);
  await host.analyzed(2);
  assert.deepEqual([await people(host), await errors(host)], [["Lê Thị Hoa"], ["target"]]);
}, { expects: /no element with the id/ });

hosted("for names another article, one that comes later, and one that gets its id later", async (host) => {
  const page = await host.open({ html: `${article(BINH)}${article(HOA, "hai")}<section><p>${NAM}</p></section>${TAG}`, script: AT_HAND });
  await host.analyzed();
  await page.evaluate(() => (globalThis.tag.htmlFor = "hai"));
  await host.analyzed(2);
  assert.deepEqual(await people(host), ["Lê Thị Hoa"]);
  await page.evaluate(() => (globalThis.tag.htmlFor = "ba"));
  await host.failed("target");
  assert.deepEqual(await host.painted(), {});
  await page.evaluate(() => (document.querySelector("section").id = "ba"));
  await host.analyzed(3);
  assert.deepEqual([await people(host), await errors(host)], [["Nguyễn Văn Nam"], ["target"]]);
}, { expects: /no element with the id/ });

hosted("several attributes at once are one start: one error, one analysis", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG, script: AT_HAND });
  await host.analyzed();
  await page.evaluate(() => Object.assign(globalThis.tag, { htmlFor: "khac", published: "2021-10-14", ignore: "aside", when: "idle" }));
  await host.failed("target");
  await page.evaluate(() => Object.assign(globalThis.tag, { htmlFor: "bai", published: "2021-10-15", ignore: null }));
  await host.analyzed(2);
  assert.deepEqual([await count(host, "langkinh-analysis"), await errors(host)], [2, ["target"]]);
}, { expects: /no element with the id/ });

hosted("attributes that change while an analysis is under way: the last ones hold", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG, script: `${AT_HAND}
    await atWork();
    Object.assign(tag, { published: "2019-10-20", uiLang: "en", marks: true, kinds: "person" });
    Object.assign(tag, { published: "2021-10-20", uiLang: "vi", marks: false, kinds: "person time" });` });
  await host.analyzed();
  await page.waitForFunction(() => globalThis.tag.analysis?.times[0].value === "2021-10-14");
  assert.deepEqual(Object.keys(await host.painted()).sort(), ["langkinh-person", "langkinh-time"]);
  assert.equal(await page.evaluate(() => document.querySelectorAll("mark").length), 0);
  assert.match(await page.evaluate(() => globalThis.tag.shadowRoot.querySelector(".legend").textContent), /^Người 1Thời gian 1$/);
  assert.deepEqual([await count(host, "langkinh-analysis"), await errors(host)], [1, []]);
});

hosted("words and marks that come from elsewhere: asked for and taken back, they do not come later", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG, script: AT_HAND });
  await host.analyzed();
  await page.evaluate(async () => {
    globalThis.tag.uiLang = "en";
    globalThis.tag.marks = true;
    globalThis.tag.uiLang = "vi";
    globalThis.tag.marks = false;
    for (const file of ["words.en.js", "marks.js"]) await import(`/langkinh/embed/${file}`);
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.match(await page.evaluate(() => globalThis.tag.shadowRoot.querySelector(".legend").textContent), /^Người 1/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("mark").length), 0);
  assert.deepEqual(await people(host), ["Trần Văn Bình"]);
});

hosted("refresh() at once: in the language and with the marks that are asked for", async (host) => {
  await host.open({ html: article(BINH), load: "", script: `${AT_HAND}
    await import("/langkinh/embed/define.js");
    Object.assign(tag, { uiLang: "en", htmlFor: "bai", marks: true });
    document.body.append(tag);
    tag.refresh();
    await tag.ready;` });
  await host.analyzed();
  await host.page.waitForFunction(() => document.querySelector("mark"));
  assert.match(await host.page.evaluate(() => globalThis.tag.shadowRoot.querySelector(".legend").textContent), /^Person 1/);
  assert.equal(await count(host, "langkinh-analysis"), 1);
});

hosted("an analysis that is set, cleared, and set while one is under way", async (host) => {
  const page = await host.open({ html: article(HOA) + TAG, files: { "a.json": json(HOA), "b.json": json(BINH) }, script: `${AT_HAND}
    const [own, other] = await Promise.all(["a.json", "b.json"].map(async (name) => (await fetch(name)).json()));
    // told from others by a mark of ours
    globalThis.own = { ...own, ours: true };
    globalThis.other = other;
    await atWork();
    tag.analysis = globalThis.own;` });
  await host.analyzed();
  assert.equal(await page.evaluate(() => globalThis.tag.analysis.ours), true);
  await page.evaluate(() => (globalThis.tag.analysis = undefined));
  await host.analyzed(2);
  assert.equal(await page.evaluate(() => globalThis.tag.analysis.ours), undefined, "made here");
  assert.deepEqual(await people(host), ["Lê Thị Hoa"]);
  await page.evaluate(() => (globalThis.tag.analysis = globalThis.other));
  await host.failed("analysis");
  assert.deepEqual(await host.painted(), {});
  await page.evaluate(() => (globalThis.tag.analysis = null));
  await host.analyzed(3);
  assert.deepEqual([await people(host), await count(host, "langkinh-analysis"), await errors(host)], [["Lê Thị Hoa"], 3, ["analysis"]]);
}, { expects: /of another text/ });

hosted("a host's analysis, and the tag taken out or sent elsewhere while it is compared", async (host) => {
  const page = await host.open({ html: article(BINH) + article(HOA, "hai") + TAG, files: { "a.json": json(BINH) }, script: `${AT_HAND}
    tag.analysis = await (await fetch("a.json")).json();` });
  await host.analyzed();
  await page.evaluate(async () => {
    globalThis.tag.refresh();
    globalThis.tag.remove();
    await import("/langkinh/embed/whose.js");
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  assert.deepEqual([await host.painted(), await page.evaluate(() => Boolean(globalThis.tag.shadowRoot.querySelector(".legend")))], [{}, false]);
  await page.evaluate(() => document.body.append(globalThis.tag));
  await shown(host, ["Trần Văn Bình"]);
  await page.evaluate(() => {
    globalThis.tag.refresh();
    globalThis.tag.htmlFor = "hai";
  });
  await host.failed("analysis");
  assert.deepEqual([await host.painted(), await errors(host)], [{}, ["analysis"]]);
}, { expects: /of another text/ });

hosted("a server's next page: article and analysis in the tag are replaced, in either order", async (host) => {
  const page = await host.open({ html: `${article(BINH)}<lang-kinh for="bai"><script type="application/json">${json(BINH)}</script></lang-kinh>`, files: { "a.json": json(HOA), "b.json": json(NAM) }, policy: null, script: `${AT_HAND}
    globalThis.next = {};
    for (const name of ["a.json", "b.json"]) globalThis.next[name] = await (await fetch(name)).text();
    globalThis.write = (json) => {
      const script = document.createElement("script");
      script.setAttribute("type", "application/json");
      const node = document.createTextNode(globalThis.next[json]);
      script.append(node);
      tag.replaceChildren(script);
    };` });
  await host.analyzed();
  const write = (text) => page.evaluate((words) => document.querySelector("#bai").replaceChildren(globalThis.paragraph(words)), text);
  await page.waitForFunction(() => globalThis.write);
  await page.evaluate((text) => {
    document.querySelector("#bai").replaceChildren(globalThis.paragraph(text));
    globalThis.write("a.json");
  }, HOA);
  await host.analyzed(2);
  assert.deepEqual([await people(host), await errors(host)], [["Lê Thị Hoa"], []]);
  // so late that the old analysis is told to be of another text; then its own comes
  await write(NAM);
  await host.failed("analysis");
  assert.deepEqual(await host.painted(), {});
  await page.evaluate(() => globalThis.write("b.json"));
  await host.analyzed(3);
  assert.deepEqual([await people(host), await errors(host)], [["Nguyễn Văn Nam"], ["analysis"]]);
  assert.deepEqual(host.requests.filter((path) => /wasm|worker/.test(path)), []);
}, { expects: /of another text/ });

hosted("two articles of one id: the first; when that goes, the other", async (host) => {
  const page = await host.open({ html: article(BINH) + article(HOA) + TAG });
  await host.analyzed();
  assert.deepEqual(await people(host), ["Trần Văn Bình"]);
  await page.evaluate(() => document.querySelector("#bai").remove());
  await host.analyzed(2);
  assert.deepEqual([await people(host), await errors(host)], [["Lê Thị Hoa"], []]);
});

hosted("all: unset everywhere, and an article without a box of its own", async (host) => {
  for (const html of [article(BINH) + TAG, `<lang-kinh><p>${BINH}</p></lang-kinh>`]) {
    for (const style of ["* { all: unset } head, script, style { display: none }", "article, lang-kinh { display: contents }", "article, article p, lang-kinh p { display: contents }"]) {
      await host.open({ html, style });
      await host.analyzed();
      assert.deepEqual(await people(host), ["Trần Văn Bình"], style);
      await host.click("Trần Văn Bình");
      assert.equal(await host.page.evaluate(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".card.open h2")?.textContent), "Trần Văn Bình", style);
    }
  }
});

hosted("attributes that name nothing: told by phase and name, and ready settles", async (host) => {
  for (const [attribute, phase, sentence] of [
    ['ignore="p["', "text", /ignore="p\[" is no selector/],
    ['wasm="http://"', "module", /wasm="http:\/\/" is no address/],
    ['worker="https://["', "module", /worker="https:\/\/\[" is no address/],
    ['published="hôm qua"', "analysis", /published/],
  ]) {
    const page = await host.open({ html: `${article(BINH)}<lang-kinh for="bai" ${attribute}></lang-kinh>` });
    assert.match(await host.failed(phase), sentence);
    assert.equal(await page.evaluate(async () => String(await document.querySelector("lang-kinh").ready)), "undefined");
    assert.deepEqual([await host.painted(), await errors(host)], [{}, [phase]]);
    assert.doesNotMatch((await host.told())[0].message, /kèm theo/, "nothing came with it");
  }
}, { expects: /langkinh: / });

hosted("an article that changes around its words: card, focus, and what is chosen stay; what the reader types in stays theirs", async (host) => {
  const page = await host.open({ html: `${article(BINH)}${TAG}<input>`, script: AT_HAND });
  await host.analyzed();
  await host.click("Trần Văn Bình");
  const state = async () => [(await host.painted())["langkinh-selected"], await page.evaluate(() => [globalThis.tag.shadowRoot.querySelector(".card.open h2")?.textContent ?? null, document.activeElement.localName])];
  assert.deepEqual(await state(), [["Trần Văn Bình"], ["Trần Văn Bình", "lang-kinh"]]);
  // an advertisement without words, then the same paragraph in other nodes
  const marked = () => page.evaluate(() => (globalThis.before = [...CSS.highlights.get("langkinh-person")][0]));
  const again = () => page.waitForFunction(() => CSS.highlights.has("langkinh-person") && [...CSS.highlights.get("langkinh-person")][0] !== globalThis.before);
  await marked();
  await page.evaluate(() => document.querySelector("#bai").append(document.createElement("hr")));
  await again();
  assert.deepEqual(await state(), [["Trần Văn Bình"], ["Trần Văn Bình", "lang-kinh"]]);
  // whoever goes through the list by keyboard stays where they are, and comes back there from the card
  const chosen = () => page.evaluate(() => globalThis.tag.shadowRoot.activeElement?.dataset.entity);
  await page.evaluate(() => (globalThis.tag.shadowRoot.querySelector("details").open = true));
  await page.waitForFunction(() => globalThis.tag.shadowRoot.querySelector("li:nth-child(2) button"));
  await page.evaluate(() => globalThis.tag.shadowRoot.querySelector("li:nth-child(2) button").focus());
  const item = await chosen();
  assert.ok(item);
  await marked();
  await page.evaluate(() => document.querySelector("#bai hr").replaceWith(document.createElement("hr")));
  await again();
  assert.equal(await chosen(), item);
  await page.keyboard.press("Enter");
  await marked();
  await page.evaluate(() => document.querySelector("#bai hr").remove());
  await again();
  await page.keyboard.press("Escape");
  assert.equal(await chosen(), item);
  await host.click("Trần Văn Bình");
  await page.focus("input");
  await marked();
  await page.evaluate(() => document.querySelector("#bai p").replaceWith(document.querySelector("#bai p").cloneNode(true)));
  await again();
  assert.deepEqual(await state(), [["Trần Văn Bình"], ["Trần Văn Bình", "input"]]);
  // other words are another matter
  await page.evaluate((text) => document.querySelector("#bai p").replaceWith(globalThis.paragraph(text)), HOA);
  await host.analyzed(2);
  assert.deepEqual(await state(), [undefined, [null, "input"]]);
});

hosted("a host that answers a choice by going elsewhere: nothing is thrown, nothing stays", async (host) => {
  for (const act of [() => globalThis.tag.select(undefined), () => globalThis.tag.remove(), () => (globalThis.tag.htmlFor = "khac"), () => (globalThis.tag.analysis = {})]) {
    const page = await host.open({ html: article(BINH) + TAG, script: AT_HAND });
    await host.analyzed();
    const thrown = await page.evaluate((source) => {
      globalThis.tag.addEventListener("langkinh-select", new Function(`return ${source}`)(), { once: true });
      try {
        globalThis.tag.select(globalThis.tag.analysis.entities[0].id);
      } catch (error) {
        return String(error);
      }
      return "";
    }, String(act));
    assert.equal(thrown, "");
    await page.waitForFunction(() => !globalThis.tag.shadowRoot.querySelector(".card.open") && !CSS.highlights.has("langkinh-selected"));
    assert.equal((await errors(host)).includes("internal"), false);
  }
}, { expects: /langkinh: / });

hosted("an article in a dialog of the host's: Escape closes the card, then the dialog", async (host) => {
  const page = await host.open({ html: `<dialog>${article(BINH)}${TAG}</dialog>` });
  await page.evaluate(() => document.querySelector("dialog").showModal());
  await host.analyzed();
  await host.click("Trần Văn Bình");
  const open = () => page.evaluate(() => [document.querySelector("dialog").open, Boolean(document.querySelector("lang-kinh").shadowRoot.querySelector(".card.open"))]);
  assert.deepEqual(await open(), [true, true]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await open(), [true, false]);
  await page.keyboard.press("Escape");
  assert.deepEqual(await open(), [false, false]);
});

hosted("a host that throws away every highlight and every adopted sheet: the next reading brings ours again", async (host) => {
  const page = await host.open({ html: article(BINH) + TAG });
  await host.analyzed();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
    CSS.highlights.clear();
    document.querySelector("lang-kinh").refresh();
  });
  await page.waitForFunction(() => document.adoptedStyleSheets.length === 1);
  await shown(host, ["Trần Văn Bình"]);
  await page.evaluate(() => document.querySelector("lang-kinh").remove());
  await page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
});

hosted("a policy of nonces and strict-dynamic", async (host) => {
  const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types langkinh-url";
  await host.open({ html: article(BINH) + TAG, policy, load: '<script nonce="abc" type="module" src="/langkinh/embed/define.js"></script>' });
  await host.analyzed();
  assert.deepEqual([await people(host), await errors(host)], [["Trần Văn Bình"], []]);
}, { expects: /listen\.js/ }); // the listener of these tests has no nonce; it is there by other means
