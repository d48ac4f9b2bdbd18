// What the element says in Vietnamese; the words of cards are those of the page.

import values from "../i18n/vi/values.js";

export default {
  ...values,
  start: "Đánh dấu người, cơ quan, văn bản … trong bài",
  busy: "Đang đọc bài …",
  legend: "Loại đang hiện",
  list: "Những chỗ được đánh dấu: {n}",
  none: "Không thấy gì để đánh dấu.",
  more: "và {n} nữa",
  by: "Lăng Kính đọc tự động, có thể nhầm.",
  "count.role": "{n} chức vụ",
  "count.organization": "{n} cơ quan",
  "count.place": "{n} địa danh",
  "count.event": "{n} sự kiện",
  "count.time": "{n} thời gian",
  "count.quantity": "{n} số liệu",
  "count.abbreviation": "{n} viết tắt",
  "failed.target": "Không tìm thấy bài báo để đọc.",
  "failed.text": "Bài này không đọc được.",
  "failed.module": "Chưa tải được phần đọc bài.",
  "failed.analysis": "Bản phân tích kèm theo không phải của bài này.",
  "failed.other": "Phần đọc bài gặp lỗi.",
};
