package onrecord.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import onrecord.query.Selection;

/** States which quotations an answer covers. Stateless. */
final class Base {

  private Base() {}

  /** {@return what follows the number of quotations of an answer, such as " (direct, mixed)"} */
  static String of(Selection selection) {
    String kinds =
        selection.kinds().equals(Selection.ALL_KINDS)
            ? "all kinds"
            : selection.kinds().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    return " (" + kinds + (selection.distinct() ? "; each wording once" : "") + ")";
  }
}
