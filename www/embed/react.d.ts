// `langkinh/react`: registers `<lang-kinh>` as `langkinh/define` does, and tells TypeScript that React 19 knows the tag.
//
// React sets `analysis` on a tag that it makes itself, not on one that the server sent: into that put the analysis as JSON, in a
// `<script type="application/json">`, and no module is loaded.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Analysis } from "../langkinh.js";
import type { LangKinhAttributes, LangKinhElement } from "./element.js";

export { LangKinhElement } from "./element.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lang-kinh": DetailedHTMLProps<HTMLAttributes<LangKinhElement>, LangKinhElement> & LangKinhAttributes & { analysis?: Analysis };
    }
  }
}
