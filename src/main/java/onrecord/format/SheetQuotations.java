package onrecord.format;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.format.CodedSheet.QuotationLookup;
import onrecord.model.Quotation;

/**
 * The quotations of an archive that the rows of a sheet are about, which a spreadsheet may have
 * changed. Immutable.
 *
 * @param archive finds quotations
 */
record SheetQuotations(QuotationLookup archive) {

  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int LONGEST = 80;

  /** A cell of an id that begins like a formula may have an apostrophe before it. */
  Optional<Quotation> find(String id) throws IOException {
    Optional<Quotation> found = id.isEmpty() ? Optional.empty() : archive.quotation(id);
    return found.isEmpty() && id.length() > 1 && id.startsWith("'")
        ? archive.quotation(id.substring(1))
        : found;
  }

  /** {@return what is wrong with a row whose quotation the archive does not have} */
  static String missing(CodingSheet.Row row) {
    return "the archive has no quotation '" + shortened(row.quotation()) + "'";
  }

  /** {@return what is wrong with a row whose quotation has other words in the archive} */
  static String otherWords(CodingSheet.Row row) {
    return "quotation '" + shortened(row.quotation()) + "' has other words in the archive now";
  }

  /** {@return whether a cell, if there is one, shows another value than that of the archive} */
  static boolean isOther(Optional<String> cell, String value) {
    return cell.isPresent() && !comparable(cell.get()).equals(comparable(value));
  }

  /** {@return a text in which only letters and digits count, as spreadsheets change the others} */
  private static String comparable(String text) {
    return OTHER.matcher(text).replaceAll(" ").strip();
  }

  /** {@return a text as messages show it} */
  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
