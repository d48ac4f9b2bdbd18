// Điều một biên tập viên cẩn thận sẽ xem lại: tiêu đề (`check.MÃ`) và câu nói rõ (`check.MÃ.says`), điền từ `values`.

export default {
  "check.ceased_unit": "Đơn vị đã thôi tồn tại",
  "check.ceased_unit.says": "“{name}” đã thôi tồn tại sau ngày {ended}.",
  "check.ceased_unit.successor": "{name} đã thôi hoạt động sau ngày {ended}; nhiệm vụ chuyển về {successor}.",
  "check.document_date": "Ngày ban hành lệch với bảng của chúng tôi",
  "check.document_date.says":
    "Bài ghi {symbol} ngày {date}; văn bản mang ký hiệu này mà chúng tôi biết đề ngày {listed}.",
  "check.document_issuer": "Cơ quan ban hành lệch với bảng của chúng tôi",
  "check.document_issuer.says":
    "Bài ghi {symbol} của {issuer}; văn bản mang ký hiệu này mà chúng tôi biết là của {listed}.",
  "check.name_spelling": "Một tên viết hai cách",
  "check.name_spelling.says": "“{one}” và “{other}” có thể là một người.",
  "check.symbol_order": "Ký hiệu văn bản sai trật tự",
  "check.symbol_order.says": "“{written}” đặt sai chỗ các dấu; văn bản của Đảng viết “{right}”.",
  "check.unexplained_abbreviation": "Chữ viết tắt không được giải thích",
  "check.unexplained_abbreviation.says": "Cả bài không nói “{short}” là gì.",
  "check.sum": "Các phần cộng lại không bằng tổng",
  "check.sum.says": "Các phần cộng lại được {sum}, còn tổng nêu là {total}.",
};
