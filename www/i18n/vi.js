// Tiếng Việt. Các khóa giống hệt en.js; một bài kiểm tra so hai tệp.

import card from "./vi/card.js";
import checks from "./vi/checks.js";
import corrections from "./vi/corrections.js";
import exports from "./vi/exports.js";
import files from "./vi/files.js";
import find from "./vi/find.js";
import panels from "./vi/panels.js";
import rules from "./vi/rules.js";

export default {
  ...card,
  ...checks,
  ...corrections,
  ...exports,
  ...files,
  ...find,
  ...panels,
  ...rules,

  "page.title": "Lăng Kính – đọc tin chính trị, hành chính",
  skip: "Đến bài báo",
  privacy: "Không có gì rời khỏi trình duyệt của bạn",
  footer:
    "Bài báo được phân tích ngay trên máy này; trang không gửi đi, không lưu lại gì, và mở được cả khi mất mạng. Máy đọc bằng luật và bảng tra, có thể nhầm: hãy xem lại trước khi dẫn.",
  "theme.light": "Nền sáng",
  "theme.dark": "Nền tối",

  "intro.heading": "Đọc một bài báo như người trong nghề",
  "intro.what":
    "Dán một bài tin chính trị, hành chính. Lăng Kính gạch chân ai, giữ chức gì, ở cơ quan nào, nơi nào, văn bản nào, sự kiện, thời gian, con số, lời nói – rồi gom lại, mỗi dòng dẫn về đúng chỗ trong bài.",
  "input.edit": "Sửa văn bản, dán bài khác",
  "input.label": "Bài báo",
  "input.placeholder": "Dán hoặc gõ bài báo vào đây …",
  "input.long": "Văn bản dài {letters} ký tự nên không hiện trong ô nhập; cả bài ở dưới.",
  "input.again": "Đọc lại",
  "input.pick": "Chọn tệp …",
  "input.pickFolder": "Chọn thư mục …",
  "input.clear": "Xóa",
  "input.hint": "Tệp .docx, .pdf, .html, .txt, một hay nhiều; thả vào đâu trên trang cũng được.",
  "samples.label": "Bài mẫu",
  "samples.all": "Đọc cả năm bài mẫu",
  docs: "Đặt Lăng Kính vào trang của bạn",
  licenses: "Giấy phép của các thư viện, phông chữ",
  back: "‹ Trở lại các bảng",
  "sample.0": "Long An, 2021: kỷ niệm 91 năm ngành",
  "sample.1": "Hậu Giang, 2021: sơ kết sáu tháng",
  "sample.2": "Quảng Trị, 2024: giao ban quý I",
  "sample.3": "Cần Thơ, 2020: xây dựng đội ngũ",
  "sample.4": "Hậu Giang, 2020: phỏng vấn",

  "status.busy": "Đang đọc bài …",
  "status.loading": "Đang tải bộ phân tích, chỉ một lần …",
  "status.cancel": "Dừng",
  took: "Phân tích {letters} ký tự trong {ms} ms",
  "note.canceled": "Đã dừng. Văn bản vẫn còn nguyên trong ô nhập.",
  "note.nothing":
    "Không nhận ra thực thể nào: Lăng Kính chỉ đọc tin bằng tiếng Việt. Hãy xem các cảnh báo ở bảng bên hoặc thử một bài mẫu.",
  "note.htmlArticle": "Đã tìm thấy bài báo trong trang HTML và chỉ đọc phần chữ của nó.",
  "note.htmlLimits":
    "Trang HTML này lồng sâu hơn {depth} tầng hoặc có hơn {elements} thẻ nên không tìm riêng bài báo trong đó được; đã đọc toàn bộ phần chữ của trang.",
  "note.htmlWhole": "Không thấy bài báo riêng trong trang HTML, nên đã đọc toàn bộ phần chữ của trang.",
  "error.empty": "Không có chữ nào để đọc. Hãy dán một bài báo hoặc thử một bài mẫu.",
  "error.tooLong": "Văn bản dài quá 64 MB. Hãy chia ra từng phần; phần đã nhập vẫn còn.",
  "error.analysis":
    "Máy đọc gặp lỗi ở bài này nên đã dừng. Văn bản vẫn còn trong ô nhập; hãy thử bỏ bớt từng đoạn rồi đọc lại.",
  "error.start":
    "Một phần của trang chưa tải được, có lẽ vì mất mạng hoặc trang vừa có bản mới. Văn bản đã nhập vẫn còn; hãy thử lại khi có mạng.",
  "error.browser":
    "Trình duyệt này không có Web Worker hoặc WebAssembly mà trang cần. Hãy mở trang bằng bản mới của Firefox, Chrome, Edge hoặc Safari.",
  "error.text": "Không đọc được văn bản này. Văn bản vẫn còn trong ô nhập; hãy thử dán riêng phần chữ.",
  "error.copy": "Trình duyệt không cho chép. Hãy dùng nút tải về.",

  "article.label":
    "Bài báo. Phím mũi tên trái, phải đi qua các thực thể; lên, xuống ra ngoài, vào trong; Enter mở thẻ.",
  "article.before": "Phần trước, {letters} ký tự, chưa hiện: đến đó",
  "article.after": "Phần tiếp theo, {letters} ký tự, chưa hiện: đến đó",
  "article.printed":
    "Bài quá dài nên chỉ in phần {from} đến {to} trong {all} phần; bản HTML ở mục Chép, tải về có cả bài.",
  "overview.label": "Bài báo thoạt nhìn",
  "chips.label": "Loại thực thể",
  "chips.hide": "Ẩn nét",
  "chips.show": "Hiện nét",
  more: "và {n} chỗ nữa",
  seconds: "{n} giây",
  minutes: "{n} phút",
  "meta.source": "Nguồn: {source}",
  "meta.views": "{n} lượt xem",

  "zone.body": "thân bài",
  "zone.title": "nhan đề",
  "zone.kicker": "đề dẫn",
  "zone.section": "chuyên mục",
  "zone.lead": "sa-pô",
  "zone.dateline": "ngày đăng",
  "zone.caption": "chú thích ảnh",
  "zone.byline": "bút danh",
  "zone.source": "nguồn",
  "zone.heading": "tít phụ",
  "zone.question": "hỏi",
  "zone.chrome": "khung trang",

  "genre.news": "Tin",
  "genre.interview": "Phỏng vấn",
  "genre.feature": "Bài phản ánh",
  "genre.commentary": "Bình luận",
  "genre.notice": "Thông báo",
  "genre.document": "Văn bản hành chính",

  "metric.words": "Từ",
  "metric.sentences": "Câu",
  "metric.sentencesNote": "trung bình {mean} tiếng, dài nhất {max}",
  "metric.reading": "Đọc mất",
  "metric.readability": "Độ khó",
  "metric.readabilityNote": "điểm {score}",
  "metric.diversity": "Vốn từ",
  "metric.diversityNote": "MATTR: phần từ không lặp lại",
  "metric.density": "Thực thể",
  "metric.densityNote": "trên 100 tiếng",
  "metric.quoted": "Trong ngoặc kép",
  "metric.formulaic": "Công thức",
  "metric.formulaicNote": "cụm từ khuôn sẵn",
};
