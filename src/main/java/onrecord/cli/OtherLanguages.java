package onrecord.cli;

import java.util.Optional;

/** The notice of articles that are not in English. */
final class OtherLanguages {
  private OtherLanguages() {}

  /** {@return the notice of a number of articles; empty for none} */
  static Optional<String> message(long articles) {
    return articles == 0
        ? Optional.empty()
        : Optional.of(
            Count.of(articles, "article")
                + " in other languages: their quoted words are kept, speakers unknown.");
  }
}
