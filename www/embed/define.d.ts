// `langkinh/define`: registers `<lang-kinh>`; does nothing on a server.
export { LangKinhElement } from "./element.js";
