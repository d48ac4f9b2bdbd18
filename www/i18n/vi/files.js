// Đọc tệp: việc đã làm với văn bản, và những gì không đọc được.

export default {
  "note.encoding": "Văn bản viết bằng bảng mã cũ {encoding}: đã chuyển sang Unicode.",
  "note.encoding.act": "Giữ nguyên như cũ",
  "note.encodingLeft": "Văn bản có vẻ viết bằng bảng mã {encoding}; đang để nguyên.",
  "note.encodingLeft.act": "Chuyển sang Unicode",
  "note.lines": "Văn bản bị ngắt dòng giữa câu: đã nối {joined} dòng thành đoạn.",
  "note.lines.act": "Giữ các dòng như cũ",
  "note.linesPages":
    "Văn bản chia theo trang, ngắt dòng giữa câu: đã nối {joined} dòng thành đoạn, bỏ {dropped} dòng đầu trang, chân trang và số trang.",
  "note.linesPages.act": "Giữ các dòng như cũ",
  "note.linesLeft": "Văn bản bị ngắt dòng giữa câu; đang để nguyên.",
  "note.linesLeft.act": "Nối thành đoạn",
  "note.pagesWithoutText":
    "{n} trong {all} trang PDF không có chữ (có thể là ảnh chụp) nên không đọc được; các trang khác đã đọc.",
  "note.pdfFont":
    "Phông chữ trong tệp PDF này không cho biết đúng chữ tiếng Việt nên phần chữ lấy ra bị sai. Hãy tìm bản .docx hoặc chép bài từ nơi khác; đừng dẫn từ bản này.",
  "error.binary": "“{name}” không phải tệp văn bản nên không đọc được. Hãy mở tệp, chép phần chữ rồi dán vào đây.",
  "error.broken":
    "“{name}” bị hỏng hoặc tải về chưa hết nên không mở được. Hãy tải lại tệp, hoặc chép phần chữ rồi dán vào đây.",
  "error.encrypted":
    "“{name}” có mật khẩu nên không mở được. Hãy mở tệp bằng mật khẩu, lưu một bản không khóa, hoặc chép phần chữ rồi dán vào đây.",
  "error.pdfFont":
    "“{name}” dùng phông chữ không cho biết chữ nào là chữ nào nên không lấy ra được. Hãy tìm bản .docx, hoặc cho một chương trình nhận dạng chữ đọc trước.",
  "error.scanned":
    "“{name}” chỉ có ảnh, không có chữ (bản quét hoặc trang trắng). Hãy dùng bản có chữ, hoặc cho một chương trình nhận dạng chữ đọc trước.",
  "error.emptyFile": "“{name}” là tệp rỗng, không có gì để đọc. Hãy kiểm tra lại tệp.",
  "error.emptyDocument": "“{name}” không có chữ nào. Hãy kiểm tra lại tệp, hoặc chép phần chữ rồi dán vào đây.",
  "error.emptyFolder": "Không có tệp nào trong thư mục này. Hãy chọn thư mục có tệp .txt, .html, .docx hoặc .pdf.",
  "error.drop": "Không nhận được tệp nào. Hãy dùng nút chọn tệp, hoặc chép phần chữ rồi dán vào đây.",
  "error.format":
    "“{name}” là tệp {format}, Lăng Kính chưa đọc được. Hãy lưu lại thành .docx, .pdf hoặc .txt, hoặc chép phần chữ rồi dán vào đây.",
  "error.image":
    "“{name}” là ảnh nên không có chữ để đọc. Hãy cho một chương trình nhận dạng chữ đọc trước, hoặc gõ lại phần cần đọc.",
  "error.gone": "Không mở được “{name}”: tệp đã bị dời, xóa hoặc sửa sau khi chọn. Hãy chọn lại tệp.",
  "error.tooLarge": "“{name}” lớn hơn 64 MB nên không đọc. Hãy tách tệp và đưa vào từng phần.",
  "error.read": "Không đọc được “{name}”. Hãy thử lại, hoặc chép phần chữ rồi dán vào đây.",
};
