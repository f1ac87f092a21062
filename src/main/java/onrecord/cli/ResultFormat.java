package onrecord.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A format that a command prints its result in. */
enum ResultFormat {
  /** Text for a person. */
  TEXT,
  CSV,
  TSV,
  JSON,
  GRAPHML,
  GEXF;

  /** {@return the formats of every result that is a table} */
  static Set<ResultFormat> ofTables() {
    return EnumSet.of(TEXT, CSV, TSV, JSON);
  }

  /** {@return the formats of a result that is a graph, too} */
  static Set<ResultFormat> ofGraphs() {
    return EnumSet.allOf(ResultFormat.class);
  }

  /** {@return the name of the format on a command line, such as "csv"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
