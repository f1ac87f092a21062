package onrecord.format;

import java.util.regex.Pattern;

/**
 * Cells of CSV that a spreadsheet shows as text. A spreadsheet evaluates a cell that starts with
 * {@code =}, {@code +}, {@code -} or {@code @} as a formula, which can read files and call
 * programs. An apostrophe before it prevents this; see OWASP, "CSV Injection".
 */
final class SpreadsheetCell {

  /**
   * A formula, also after blanks or invisible characters, which some spreadsheets remove, and in
   * the wide forms that some treat alike. It may have apostrophes before it, so that each cell
   * corresponds to one value.
   */
  private static final Pattern FORMULA =
      Pattern.compile("['\\s\\p{Cc}\\p{Cf}\\p{Z}]*[=+@\\-\uff1d\uff0b\uff20\uff0d]|'*[\\t\\r\\n]");

  private static final String TEXT = "'";

  private SpreadsheetCell() {}

  /** {@return the cell that shows a value: the value itself, or an apostrophe and the value} */
  static String of(String value) {
    return FORMULA.matcher(value).lookingAt() ? TEXT + value : value;
  }
}
