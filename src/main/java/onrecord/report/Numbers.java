package onrecord.report;

import java.util.List;

/**
 * The numbers that a chart shows, as a table. The first column contains names, the others numbers.
 *
 * @param head the names of the columns
 * @param rows the rows, each with a cell for every column
 */
record Numbers(List<String> head, List<List<String>> rows) {
  Numbers {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }
}
