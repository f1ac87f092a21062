package onrecord.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A text or a name whose words are searched. */
public enum Target {
  /** The words of the quotation. */
  QUOTE,
  /**
   * The sentences of the article that contain the quotation: at most 500 characters before and
   * after each of its runs.
   */
  SENTENCE,
  /** The headline of the article. */
  TITLE,
  /** The whole text of the article. */
  TEXT,
  /** The name of the speaker. */
  SPEAKER(Facet.SPEAKER),
  /** The names of the people and organizations that the quotation names. */
  ABOUT(Facet.ABOUT),
  /** The name of the outlet. */
  OUTLET(Facet.OUTLET),
  /** The name of the section. */
  SECTION(Facet.SECTION),
  /** The names of the article's authors. */
  AUTHOR(Facet.AUTHOR),
  /** The language of the article, a BCP 47 tag: "en" is a word of "en-GB". */
  LANGUAGE(Facet.LANGUAGE),
  /** The words that signal speech. */
  CUE(Facet.CUE),
  /** The tags that the owner of the archive has given to the article. */
  TAG(Facet.TAG);

  private final Optional<Facet> facet;

  /** Declares a text. */
  Target() {
    this.facet = Optional.empty();
  }

  /** Declares the values of a facet, which are names. */
  Target(Facet facet) {
    this.facet = Optional.of(facet);
  }

  /** {@return the facet whose values are searched; empty for a text} */
  public Optional<Facet> facet() {
    return facet;
  }

  /** {@return whether this is a name, whose words are not stemmed} */
  public boolean isName() {
    return facet.isPresent();
  }

  /** {@return the name of this target in the query syntax} */
  String word() {
    return facet.map(Facet::word).orElseGet(() -> name().toLowerCase(Locale.ROOT));
  }

  /** {@return the target with a name in the query syntax} */
  static Optional<Target> ofWord(String word) {
    return Stream.of(values()).filter(target -> target.word().equals(word)).findFirst();
  }
}
