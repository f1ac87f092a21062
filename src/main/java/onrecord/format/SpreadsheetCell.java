package onrecord.format;

import java.util.BitSet;

/**
 * Cells of CSV that a spreadsheet shows as text. A spreadsheet evaluates a cell that starts with
 * {@code =}, {@code +}, {@code -} or {@code @} as a formula, which can read files and call
 * programs. An apostrophe before it prevents this; see OWASP, "CSV Injection".
 *
 * <p>The same applies within a cell, after a semicolon, a tab or a line break: where the semicolon
 * separates lists, a spreadsheet takes it for the end of a cell, and a tab or a line break is one
 * when text is pasted. Each cell corresponds to one value.
 */
final class SpreadsheetCell {

  private static final char TEXT = '\'';

  private SpreadsheetCell() {}

  /** {@return the cell that shows a value: the value with an apostrophe before each formula} */
  static String of(String value) {
    BitSet starts = formulas(value);
    if (startsWithBreak(value)) {
      starts.set(0);
    }
    if (starts.isEmpty()) {
      return value;
    }
    StringBuilder cell = new StringBuilder(value.length() + starts.cardinality());
    for (int i = 0; i < value.length(); i++) {
      if (starts.get(i)) {
        cell.append(TEXT);
      }
      cell.append(value.charAt(i));
    }
    return cell.toString();
  }

  /** {@return the places where a cell that is a formula may begin} */
  private static BitSet formulas(String value) {
    BitSet starts = new BitSet();
    // Whether a formula begins here, perhaps after characters that a spreadsheet may remove.
    boolean isFormula = false;
    for (int i = value.length(); i > 0; ) {
      int c = value.codePointBefore(i);
      starts.set(i, isFormula && isEndOfCell(c));
      isFormula = isOperator(c) || (isFormula && isRemovable(c));
      i -= Character.charCount(c);
    }
    starts.set(0, isFormula);
    return starts;
  }

  /** {@return whether a value starts with a tab or a line break, which some spreadsheets remove} */
  private static boolean startsWithBreak(String value) {
    int i = 0;
    while (i < value.length() && value.charAt(i) == TEXT) {
      i++;
    }
    return i < value.length() && isBreak(value.charAt(i));
  }

  private static boolean isEndOfCell(int c) {
    return c == ';' || isBreak(c);
  }

  private static boolean isBreak(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  /** {@return whether a formula starts with a character, also in its wide form} */
  private static boolean isOperator(int c) {
    return switch (c) {
      case '=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20' -> true;
      default -> false;
    };
  }

  /** {@return whether a character is an apostrophe, a blank or invisible} */
  private static boolean isRemovable(int c) {
    return c == TEXT
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
