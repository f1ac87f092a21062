package onrecord.format;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Cells that contain a list, whose form {@link TableFormat} documents. */
final class ListCell {

  private static final String SEPARATOR = "|";

  private static final Escaper ELEMENT =
      Escapers.builder().addEscape('\\', "\\\\").addEscape('|', "\\|").build();

  private ListCell() {}

  /** {@return the value of the cell of a list} */
  static String of(List<String> elements) {
    return elements.stream().map(ELEMENT::escape).collect(Collectors.joining(SEPARATOR));
  }

  /** {@return the elements of a cell, without outer blanks and without those that are blank} */
  static List<String> elements(String cell) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char sign = cell.charAt(i);
      if (sign == '|') {
        elements.add(element.toString());
        element.setLength(0);
      } else if (sign == '\\' && i + 1 < cell.length()) {
        element.append(cell.charAt(++i));
      } else {
        element.append(sign);
      }
    }
    elements.add(element.toString());
    return elements.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }
}
