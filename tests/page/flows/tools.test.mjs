// What a reader does beside reading: checks in both languages, panels in every view, and axe-core over every state of the tools.

import assert from "node:assert/strict";
import { analyzed, axe, CLIPBOARD, inChromium, put, sample, sticksOut, texts } from "../browser.mjs";

const DOUBTFUL = `Tỉnh kiểm tra việc thực hiện nghị quyết
01/08/2025
Nghị quyết số 18-NQ/TW ngày 26/10/2017 của Ban Chấp hành Trung ương được triển khai. Kế hoạch số 12/KH-TU của Tỉnh ủy nêu rõ.
Đại hội bầu 45 đồng chí, gồm 20 đồng chí nữ, 24 đồng chí nam.
Bộ Giao thông vận tải yêu cầu các địa phương báo cáo việc triển khai KHTHQĐ.`;

inChromium(
  "every check is said in both languages, with its figures and names, and leads to each of its places",
  async (page) => {
    await put(page, DOUBTFUL);
    await analyzed(page);
    await page.waitForSelector('[data-panel="checks"]');
    const { checks } = await page.evaluate(() => globalThis.lastAnswer.analysis);
    assert.deepEqual(checks.map(({ code }) => code).sort(), [
      "ceased_unit",
      "document_date",
      "sum",
      "symbol_order",
      "unexplained_abbreviation",
    ]);
    const said = () => texts(page, '[data-panel="checks"] .fact');
    assert.deepEqual(await said(), [
      "Bài ghi 18-NQ/TW ngày 26/10/2017; văn bản mang ký hiệu này mà chúng tôi biết đề ngày 25/10/2017.",
      "“12/KH-TU” đặt sai chỗ các dấu; văn bản của Đảng viết “12-KH/TU”.",
      "Các phần cộng lại được 44, còn tổng nêu là 45.",
      `Bộ Giao thông vận tải đã thôi hoạt động sau ngày 28/2/2025; nhiệm vụ chuyển về ${checks[3].values.successor}.`,
      "Cả bài không nói “KHTHQĐ” là gì.",
    ]);
    const places = await page.$$eval('[data-panel="checks"] button', (buttons) =>
      buttons.map((button) => {
        button.click();
        const [range] = CSS.highlights.get("langkinh-sought") ?? [];
        return range.toString();
      }),
    );
    assert.deepEqual(
      places,
      checks.flatMap(({ spans }) => spans.map(({ start, end }) => DOUBTFUL.slice(start, end))),
    );
    await page.click("#language");
    await page.waitForSelector('html[lang="en"]');
    await page.waitForFunction(() =>
      /The parts add up to 44, the total given is 45\./.test(found('[data-panel="checks"]').textContent),
    );
    assert.match((await said())[0], /26 October 2017; the document we know by this symbol is of 25 October 2017/);
  },
);

inChromium(
  "people by body, figures in three orders, citations copied with what is ours set apart",
  async (page) => {
    await sample(page, 3);
    await page.click('#panels [data-act="open"]');
    const { people, organizations, roles, quantities } = await page.evaluate(() => globalThis.lastAnswer.analysis);
    await page.click('[data-choice="body"]');
    const groups = await texts(page, '[data-panel="people"] .group h3');
    const bodies = new Set(
      people.flatMap((person) => person.roles.map(({ role }) => organizations[roles[role].organization ?? -1]?.name)),
    );
    assert.equal(groups.length, bodies.size);
    await page.click('[data-choice="person"]');
    const values = () =>
      page.$$eval('[data-panel="figures"] button.row', (rows) => rows.map((row) => Number(row.dataset.to)));
    const byValue = [...quantities]
      .sort((a, b) => b.value - a.value || a.entity - b.entity)
      .map(({ entity }) => entity);
    await page.click('[data-choice="value"]');
    assert.deepEqual(await values(), byValue.slice(0, 60));
    await page.click('[data-choice="text"]');
    assert.deepEqual(await values(), quantities.map(({ entity }) => entity).slice(0, 60));

    await page.click('[data-panel="documents"] .copy-all');
    await page.waitForSelector("#toast.shown");
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    assert.ok(
      lines.includes(
        "Nghị quyết số 45-NQ/TW [ngày 17/2/2005] của Bộ Chính trị [về xây dựng và phát triển thành phố Cần Thơ trong thời kỳ CNH, HĐH đất nước]",
      ),
      lines.join("\n"),
    );
  },
  { permissions: CLIPBOARD },
);

for (const [name, { scheme, viewport }] of Object.entries({
  "light, wide": { scheme: "light", viewport: undefined },
  "dark, narrow": { scheme: "dark", viewport: { width: 390, height: 844 } },
})) {
  inChromium(
    `axe-core finds nothing in any state of the tools: ${name}`,
    async (page) => {
      await sample(page, 3);
      await page.click('#panels [data-act="open"]');
      assert.deepEqual(await axe(page), [], "all panels");
      await page.click('[data-choice="body"]');
      await page.focus("#article mark.kind-document");
      await page.keyboard.press("e");
      assert.deepEqual(await axe(page), [], "card with its tools");
      await page.select("#edit-kind", "event");
      await page.waitForSelector("#article mark.corrected");
      assert.deepEqual(await axe(page), [], "corrected, with a message");
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.keyboard.type("cần thơ");
      await page.waitForFunction(() => /^1\//.test(found("#find output").textContent));
      assert.deepEqual(await axe(page), [], "search");
      await page.click("#find-mark");
      assert.deepEqual(await axe(page), [], "kinds");
      assert.equal(await sticksOut(page), false, "nothing sticks out");
    },
    { viewport, media: { "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce" } },
  );
}
