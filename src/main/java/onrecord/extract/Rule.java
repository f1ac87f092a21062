package onrecord.extract;

/** The rules by which a quotation is given to a speaker. */
enum Rule {
  /** A verb of speech before the words, with its subject: Smith said that "...". */
  CUE_BEFORE("cue-before", 0.94),
  /** A subject and its verb of speech after the words: "...", Smith said. */
  CUE_AFTER("cue-after", 0.97),
  /** A verb of speech and its subject after the words: "...", said Smith. */
  INVERTED("inverted", 0.98),
  /** Any verb after the words, with its subject: "...", he went on. */
  ACTION_AFTER("action-after", 0.35),
  /** An attribution further on in the sentence: the "..." of the plan, Smith said. */
  TRAILING("trailing", 0.88),
  /** According to Smith. */
  ACCORDING_TO("according-to", 0.8),
  /** The owner of a noun of speech: Smith's claim that "...". */
  NOUN("noun", 0.7),
  /** A verb of thought or action before the words: Smith wants "...". */
  THOUGHT("thought", 0.58),
  /** Another quotation before in the same paragraph. */
  CARRIED_ON("carried-on", 0.95),
  /** The quotation before, whose paragraph was left open. */
  CONTINUED("continued-paragraph", 0.65),
  /** A later quotation in the same paragraph. */
  CARRIED_BACK("carried-back", 0.5),
  /** The subject of the sentence before: Smith was blunt. "..." */
  INTRODUCED("introduced", 0.67),
  /** A paragraph that is a quotation and nothing else, after one with a quotation. */
  PARAGRAPH("next-paragraph", 0.57),
  /** The name before a colon, as in a transcript. */
  LABEL("label", 0.5),
  /** The name after a dash, as under a motto. */
  SIGNED("signed", 0.79),
  /** The subject of the clause, whatever its verb. */
  CLAUSE("clause", 0.6),
  /** The subject of a headline. */
  HEADLINE("headline", 0.4),
  /** Reported without marks, after a verb of speech: Smith said that ... */
  REPORTED("reported", 0.74),
  /** Reported without marks, after a verb of thought: Smith hopes that ... */
  REPORTED_THOUGHT("reported-thought", 0.52),
  /** Reported without marks, before the verb: ..., Smith said. */
  REPORTED_BEFORE("reported-before", 0.74),
  /** Reported without marks after a name and a colon, as in a headline. */
  REPORTED_LABEL("reported-label", 0.4),
  /** Reported without marks, according to Smith. */
  REPORTED_ACCORDING_TO("reported-according-to", 0.92),
  /** Nobody's words: a title of a work. */
  TITLE("title", 0),
  /** Words that were not said, according to the text: Smith never said "...". */
  DENIED("denied", 0),
  /** Quoted in an article that is not in English, so that no rule of English applies. */
  OTHER_LANGUAGE("other-language", 0),
  /** No rule found anybody. */
  NONE("none", 0);

  private final String label;
  private final double reliability;

  Rule(String label, double reliability) {
    this.label = label;
    this.reliability = reliability;
  }

  /** {@return the name that is given out} */
  String label() {
    return label;
  }

  /** {@return the share of its attributions that are right where the speaker is named in full} */
  double reliability() {
    return reliability;
  }
}
