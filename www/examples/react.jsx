// An article of a React 19 app. In Next.js this file begins with "use client"; the article itself may come from a server
// component. `analysis`, where there is one, is set on the tag as React makes it; a tag that a server sends holds it as JSON instead.
import { useEffect, useRef, useState } from "react";
import "langkinh/react";

/** `paragraphs` may change at any time: React owns the article's nodes, and nothing here ever changes one. */
export function Article({ paragraphs, analysis }) {
  const tag = useRef(null);
  const [people, setPeople] = useState([]);

  useEffect(() => {
    const element = tag.current;
    const take = ({ detail }) => setPeople(detail.analysis.people.map(({ name }) => name));
    element.addEventListener("langkinh-analysis", take);
    return () => element.removeEventListener("langkinh-analysis", take);
  }, []);

  return (
    <>
      <article id="bai">{paragraphs.map((text) => <p key={text}>{text}</p>)}</article>
      <lang-kinh ref={tag} for="bai" kinds="person organization place document" analysis={analysis} />
      <p id="nguoi">{people.join(", ")}</p>
    </>
  );
}
