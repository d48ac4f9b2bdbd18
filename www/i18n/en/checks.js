// What a careful editor would look at again: a heading (`check.CODE`) and the sentence (`check.CODE.says`), filled from `values`.

export default {
  "check.ceased_unit": "A unit that is no more",
  "check.ceased_unit.says": "“{name}” ceased to exist after {ended}.",
  "check.ceased_unit.successor": "{name} ceased to exist after {ended}; its work went to {successor}.",
  "check.document_date": "A date that differs from our tables",
  "check.document_date.says": "The article dates {symbol} {date}; the document we know by this symbol is of {listed}.",
  "check.document_issuer": "An issuer that differs from our tables",
  "check.document_issuer.says":
    "The article gives {symbol} to {issuer}; the document we know by this symbol is by {listed}.",
  "check.name_spelling": "One name in two spellings",
  "check.name_spelling.says": "“{one}” and “{other}” may be one person.",
  "check.symbol_order": "A symbol in the wrong order",
  "check.symbol_order.says": "“{written}” has its marks in the wrong places; the Party writes “{right}”.",
  "check.unexplained_abbreviation": "An abbreviation never explained",
  "check.unexplained_abbreviation.says": "The article never says what “{short}” means.",
  "check.sum": "Parts that do not add up",
  "check.sum.says": "The parts add up to {sum}, the total given is {total}.",
};
