package onrecord.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A property by whose exact value quotations are found, although they are not counted by it. */
public enum Property {
  /** The id of the article. */
  ARTICLE,
  /** The id of the quotation. */
  ID;

  /** {@return the name of this property in the query syntax} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return the property with a name in the query syntax; empty if there is none} */
  static Optional<Property> of(String word) {
    return Stream.of(values()).filter(property -> property.word().equals(word)).findFirst();
  }
}
