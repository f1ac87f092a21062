package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/** What is around a word that shows whether it is a verb. */
final class VerbContext {
  private static final long STARTS_OBJECT =
      Lexicon.DETERMINER | Lexicon.POSSESSIVE | Lexicon.PRONOUN;

  private final Tokens tokens;
  private final WordShapes shapes;

  VerbContext(Tokens tokens, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
  }

  /**
   * {@return whether the words before can only be followed by a verb: "he", "who", "to", "would"}
   */
  boolean isAfterSubject(int token) {
    int before = tokens.is(token - 1, Lexicon.ADVERB) ? token - 2 : token - 1;
    return tokens.is(before, Lexicon.AUXILIARY | Lexicon.RELATIVE)
        || tokens.is(before, Lexicon.PRONOUN) && !tokens.is(before, Lexicon.POSSESSIVE)
        || tokens.is(before, Word.TO);
  }

  /** {@return whether what could be the object of a verb comes next} */
  boolean hasObject(int token) {
    int next = token + 1;
    return tokens.is(next, STARTS_OBJECT)
        || tokens.shape(next) == Shape.DOUBLE_MARK
        || shapes.isNameWord(next)
            && tokens.shape(token) == Shape.LOWER
            && (tokens.is(token, Lexicon.THIRD) || tokens.is(token - 1, Lexicon.CONJUNCTION));
  }

  /**
   * {@return whether a word of no list after a name ends like a verb of the present: "Quill mends
   * it", or "Ada Quill mends nets" at the start of a sentence}
   */
  boolean isUnlistedPresent(int token) {
    return tokens.endsWith(token, Ending.PLURAL)
        && tokens.length(token) > 3
        && (tokens.is(token + 1, STARTS_OBJECT | Lexicon.OBJECT) || opensWithFullName(token));
  }

  /** Whether a given name, a surname, the word and a noun in lower case open a sentence. */
  private boolean opensWithFullName(int token) {
    return shapes.isNameWord(token - 2)
        && tokens.is(token - 2, Lexicon.GIVEN_NAME)
        && shapes.startsSentence(token - 2)
        && tokens.flags(token) == 0
        && (isNoun(token + 1) || tokens.is(token + 1, Word.AND) && shapes.isNameWord(token + 2));
  }

  private boolean isNoun(int token) {
    return tokens.shape(token) == Shape.LOWER
        && !tokens.is(token, Lexicon.VERB | Lexicon.FUNCTION | Lexicon.ADVERB);
  }
}
