package onrecord.extract;

/**
 * A noun phrase: what can be the subject of a verb of speech.
 *
 * @param first the first token, an article included
 * @param last the last token
 * @param kind what sort of phrase it is
 * @param nameFirst the first token of the name in it, or of the head where there is no name
 * @param nameLast the last token of the name or the head
 * @param flags the flags of all its words together, those of titles and roles among them
 * @param owner the index of the phrase that owns it ("Smith" of "Smith's lawyer"), or -1
 * @param possessive whether it is followed by 's, so that it owns the next one
 * @param quoted whether it is in quotation marks
 */
record Phrase(
    int first,
    int last,
    Kind kind,
    int nameFirst,
    int nameLast,
    long flags,
    int owner,
    boolean possessive,
    boolean quoted) {

  /** The sorts of noun phrases. */
  enum Kind {
    /** A proper name, perhaps after a title or a description. */
    NAME,
    /** A personal pronoun. */
    PRONOUN,
    /** A description, such as "the mayor" or "two officials". */
    NOMINAL,
    /** "who" or "which", standing for the phrase before it. */
    RELATIVE
  }

  boolean is(long anyOf) {
    return (flags & anyOf) != 0;
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean isPronoun() {
    return kind == Kind.PRONOUN;
  }

  boolean isRelative() {
    return kind == Kind.RELATIVE;
  }

  boolean isNominal() {
    return kind == Kind.NOMINAL;
  }
}
