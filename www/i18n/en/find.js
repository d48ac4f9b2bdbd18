// Finding words in the article.

export default {
  "find.label": "Find in the article",
  "find.button": "Find",
  "find.words": "Find words in the article",
  "find.count": "{here} of {all}",
  "find.none": "not found",
  "find.previous": "Previous match",
  "find.next": "Next match",
  "find.marks": "Match accents",
  "find.marksAbout": "Off: “uy ban” also finds “Ủy ban”. On: the accents have to be right.",
  "find.mark": "Mark",
  "find.markAbout": "Mark this match as a person, a body, a document …",
  "find.close": "Close the search",
};
