package onrecord.source;

import java.util.Optional;
import onrecord.model.Published;

/** Reads dates of publication in the forms that people have. */
final class PublishedText {

  private PublishedText() {}

  /** {@return the date that a text denotes; empty if it denotes none} */
  @SuppressWarnings("unused")
  static Optional<Published> read(String text, DateOrder order) {
    try {
      return Optional.of(Published.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
