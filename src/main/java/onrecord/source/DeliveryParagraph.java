package onrecord.source;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * A paragraph of a document that a press database delivers for a word processor.
 *
 * @param text its text; a line break within it is a line feed
 * @param bookmarks the names of the bookmarks at its start
 * @param link the address that its first link leads to, if it has one
 * @param format how it is printed
 */
record DeliveryParagraph(
    String text, List<String> bookmarks, Optional<String> link, Format format) {

  private static final int TIGHT = 100;

  /**
   * How a paragraph is printed.
   *
   * @param boldLength the number of characters at its start that are bold
   * @param spaceBefore the space before it, in twentieths of a point
   * @param headingStyle what its style as a heading is; empty if it is not formatted as one
   * @param placement where on the page it is
   */
  record Format(
      int boldLength, int spaceBefore, String headingStyle, PressBlock.Placement placement) {}

  DeliveryParagraph {
    bookmarks = ImmutableList.copyOf(bookmarks);
  }

  /** {@return the text without line breaks and the blanks around it} */
  String line() {
    return Press.clean(text);
  }

  /** {@return whether the paragraph is formatted as a heading} */
  boolean isHeading() {
    return !format.headingStyle().isEmpty();
  }

  /** {@return whether the paragraph is printed close to the one before, as a broken line is} */
  boolean isTight() {
    return format.spaceBefore() < TIGHT;
  }

  /** {@return the label and the value, if the label is printed as labels are, in bold} */
  Optional<PressLabel.Labelled> labelled() {
    int colon = text.indexOf(':');
    boolean printed =
        colon > 0
            && (format.boldLength() >= colon
                || (colon + 1 < text.length() && text.charAt(colon + 1) == '\u00A0'));
    return printed ? PressLabel.labelled(line()) : Optional.empty();
  }

  /** {@return what the paragraph is labelled as; empty without a known label in bold} */
  Optional<PressLabel> label() {
    return labelled().flatMap(PressLabel.Labelled::label);
  }

  /** {@return whether the paragraph has a bookmark of a name, such as "Body", or "Body_7"} */
  boolean hasBookmark(String name) {
    return bookmarks.stream()
        .anyMatch(bookmark ->
            bookmark.equals(name)
                || (bookmark.startsWith(name + "_")
                    && bookmark.substring(name.length() + 1).chars().allMatch(Character::isDigit)));
  }

  /** {@return what the whole paragraph names as a heading; empty if it is no known heading} */
  Optional<PressLabel> heading() {
    return format.boldLength() > 0 || isHeading() ? PressLabel.of(line()) : Optional.empty();
  }
}
