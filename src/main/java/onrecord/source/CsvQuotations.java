package onrecord.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.model.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the speaker in a table with one quotation per row, as Onrecord exports it: the
 * text of a row are the words of the quotation. Immutable.
 */
final class CsvQuotations {

  private static final Set<String> REQUIRED = Set.of("speaker", "speakertype", "kind");
  private static final Set<String> USED =
      Set.of(
          "speaker",
          "speakertype",
          "speakerid",
          "speakerprinted",
          "speakerdescription",
          "kind",
          "confidence");

  // The indexes of the columns by their names; none if the rows are not quotations.
  private final Map<String, Integer> columns = new HashMap<>();

  /** Finds the columns by their names in the first line of a table. */
  CsvQuotations(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = FieldNames.significant(names.get(i));
      if (USED.contains(name)) {
        columns.putIfAbsent(name, i);
      }
    }
    if (!columns.keySet().containsAll(REQUIRED)) {
      columns.clear();
    }
  }

  /** {@return whether the rows are quotations, so that Onrecord wrote the table} */
  boolean areGiven() {
    return !columns.isEmpty();
  }

  /** {@return whether a column says something of the quotation} */
  boolean uses(int column) {
    return columns.containsValue(column);
  }

  /** {@return the quotation of a row; null if the quotations of the article are to be extracted} */
  @SuppressWarnings("ReturnsNullCollection") // No quotations are something else than none given.
  @Nullable List<Quotation> in(Article article, List<String> cells) {
    if (columns.isEmpty()) {
      return null;
    }
    LoneQuotation quotation =
        new LoneQuotation(
            LoneQuotation.speaker(
                cell("speaker", cells).orElse(""),
                cell("speakertype", cells).orElse(""),
                cell("speakerdescription", cells),
                cell("speakerid", cells),
                cell("speakerprinted", cells)),
            LoneQuotation.kind(cell("kind", cells).orElse("")),
            GivenQuotations.confidence(cell("confidence", cells)));
    return quotation.in(article);
  }

  private Optional<String> cell(String name, List<String> cells) {
    Integer column = columns.get(name);
    return column == null || column >= cells.size()
        ? Optional.empty()
        : Optional.of(cells.get(column));
  }
}
