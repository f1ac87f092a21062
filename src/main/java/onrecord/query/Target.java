package onrecord.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where words are looked for. */
public enum Target {
  /** The words of the quotation. */
  QUOTE,
  /**
   * The sentences of the article that the quotation stands in, with its words: at most 500
   * characters before and behind each of its runs.
   */
  SENTENCE,
  /** The headline of the article. */
  TITLE,
  /** The whole text of the article. */
  TEXT,
  /** The name of the speaker. */
  SPEAKER,
  /** The names of the people and bodies named in the quotation. */
  ABOUT,
  /** The name of the outlet. */
  OUTLET,
  /** The name of the section. */
  SECTION,
  /** The names of the article's authors. */
  AUTHOR,
  /** The language of the article, a BCP 47 tag: "en" is a word of "en-GB". */
  LANGUAGE,
  /** The words that signal speech. */
  CUE,
  /** The owner's labels. */
  TAG;

  /** {@return whether this is a name, whose words have no stems} */
  public boolean isName() {
    return switch (this) {
      case QUOTE, SENTENCE, TITLE, TEXT -> false;
      default -> true;
    };
  }

  /** {@return the name of this target in the query syntax} */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the target with a name in the query syntax} */
  static Optional<Target> ofWord(String word) {
    return Stream.of(values()).filter(target -> target.word().equals(word)).findFirst();
  }
}
