// Tìm chữ trong bài.

export default {
  "find.label": "Tìm trong bài",
  "find.button": "Tìm",
  "find.words": "Tìm chữ trong bài",
  "find.count": "{here}/{all} chỗ",
  "find.none": "không thấy",
  "find.previous": "Chỗ trước",
  "find.next": "Chỗ sau",
  "find.marks": "Đúng dấu",
  "find.marksAbout": "Tắt: “uy ban” cũng tìm ra “Ủy ban”. Bật: dấu phải đúng.",
  "find.mark": "Đánh dấu",
  "find.markAbout": "Đánh dấu chỗ đang xem là người, cơ quan, văn bản …",
  "find.close": "Đóng ô tìm",
};
