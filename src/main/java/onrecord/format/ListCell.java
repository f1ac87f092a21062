package onrecord.format;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
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
}
