package onrecord.source;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.text.Folding;
import onrecord.text.WordList;

/** What a label of a press database, such as "BYLINE:" or "Länge:", labels. */
enum PressLabel {
  TITLE(Place.HEAD),
  AUTHORS(Place.HEAD),
  SECTION(Place.HEAD),
  LENGTH(Place.HEAD),

  /** The place and day that precede the text. */
  PLACE(Place.HEAD),
  STANDFIRST(Place.HEAD),

  /** What belongs to a program, a series or an edition. */
  PROGRAM(Place.HEAD),
  BODY(Place.TEXT),
  LANGUAGE(Place.TAIL),
  TAGS(Place.TAIL),
  CAPTION(Place.TAIL),
  URL(Place.TAIL),
  OTHER(Place.TAIL),

  /** What a cover page states. */
  COVER(Place.TAIL),

  /** The heading of the index terms. */
  CLASSIFICATION(Place.TAIL),

  /** The line that ends a document. */
  END(Place.TAIL);

  /** Where a label is, relative to the text. */
  enum Place {
    HEAD,
    TEXT,
    TAIL
  }

  private static final int LONGEST = 40;
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\s*+(\\p{L}[\\p{L}\\p{M}\\d /&.'’-]{0," + (LONGEST - 1) + "}?)\\s?:(?:\\s+(.*))?+",
          Pattern.DOTALL);
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

  private final Place place;

  PressLabel(Place place) {
    this.place = place;
  }

  /** The labels of a resource, folded. */
  private static final class Known {
    static final ImmutableMap<String, PressLabel> LABELS = load();

    private Known() {}

    private static ImmutableMap<String, PressLabel> load() {
      Map<String, PressLabel> labels = new HashMap<>();
      Splitter comma = Splitter.on(',').trimResults().omitEmptyStrings();
      for (WordList.Line line : WordList.load(PressLabel.class, "press-labels.txt").lines()) {
        PressLabel label = valueOf(line.section().toUpperCase(Locale.ROOT));
        comma.split(line.text()).forEach(text -> labels.putIfAbsent(folded(text), label));
      }
      return ImmutableMap.copyOf(labels);
    }
  }

  /**
   * A text that starts with a label.
   *
   * @param name the label as printed, without its colon
   * @param value what follows the colon, without the blanks around it
   */
  record Labelled(String name, String value) {

    /** {@return what the label labels; empty if it is not known} */
    Optional<PressLabel> label() {
      return of(name);
    }

    /** {@return whether the label has no small letters} */
    boolean isInCapitals() {
      return name.equals(name.toUpperCase(Locale.ROOT));
    }
  }

  /** {@return the label, known or not, and the value of a text; empty if it has no label} */
  static Optional<Labelled> labelled(String text) {
    Matcher labelled = LABELLED.matcher(text.replace('\u00A0', ' '));
    if (!labelled.matches()) {
      return Optional.empty();
    }
    String value = labelled.group(2);
    return Optional.of(new Labelled(labelled.group(1).strip(), value == null ? "" : value.strip()));
  }

  /** {@return what a label labels; empty if it is not known} */
  static Optional<PressLabel> of(String name) {
    return name.length() > LONGEST
        ? Optional.empty()
        : Optional.ofNullable(Known.LABELS.get(folded(name)));
  }

  private static String folded(String name) {
    return SEPARATORS.matcher(Folding.fold(name.strip())).replaceAll(" ");
  }

  /** {@return where this label is, relative to the text} */
  Place place() {
    return place;
  }
}
