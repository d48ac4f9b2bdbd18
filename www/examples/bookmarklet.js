// Reads whatever page one is on, where that page's policy allows it. The documentation page makes a link of it to drag to the
// bookmarks; HERE is replaced with the address of the folder that holds the package's files, which must be served with CORS.
(async () => {
  try {
    await import("HERE/lang-kinh.min.js");
  } catch {
    alert("Lăng Kính: trang này không cho chạy mã từ nơi khác. · This page does not allow code from elsewhere.");
    return;
  }
  document.querySelector("lang-kinh")?.remove();
  const tag = document.createElement("lang-kinh");
  tag.panel = "list";
  tag.addEventListener("langkinh-error", (event) => {
    if (event.detail.phase !== "worker") alert(`Lăng Kính: ${event.detail.message}`);
  });
  document.body.prepend(tag);
})();
