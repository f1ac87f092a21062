package onrecord.cli;

import onrecord.engine.EngineSettings;
import onrecord.query.Search;
import onrecord.query.SearchLimits;
import onrecord.report.Chart;
import onrecord.report.ReportRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option, which is a whole number in a range. */
abstract class WholeNumber implements ITypeConverter<Integer> {

  private final int minimum;
  private final int maximum;

  private WholeNumber(int minimum, int maximum) {
    this.minimum = minimum;
    this.maximum = maximum;
  }

  @Override
  public final Integer convert(String text) {
    return (int) read(text, minimum, maximum);
  }

  /**
   * {@return the number that a text consists of}
   *
   * @throws TypeConversionException if it is not a whole number in the range
   */
  static long read(String text, long minimum, long maximum) {
    try {
      long number = Long.parseLong(text);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message is the same.
    }
    throw new TypeConversionException(
        "must be a whole number from " + minimum + " to " + maximum + ", but was '" + text + "'");
  }

  /** A number of which there is at least one. */
  static final class Positive extends WholeNumber {
    Positive() {
      super(1, Integer.MAX_VALUE);
    }
  }

  /** A number that may be 0. */
  static final class NotNegative extends WholeNumber {
    NotNegative() {
      super(0, Integer.MAX_VALUE);
    }
  }

  /** A number of hits. */
  static final class Hits extends WholeNumber {
    Hits() {
      super(0, Search.MAX_PAGE_SIZE);
    }
  }

  /** A number of sentences before and after a hit. */
  static final class Sentences extends WholeNumber {
    Sentences() {
      super(0, Search.MAX_CONTEXT);
    }
  }

  /** A number of words and clauses of a query. */
  static final class Clauses extends WholeNumber {
    Clauses() {
      super(1, SearchLimits.MAX_CLAUSES);
    }
  }

  /** A number of states of an automaton. */
  static final class States extends WholeNumber {
    States() {
      super(1, SearchLimits.MAX_STATES);
    }
  }

  /** The size of a buffer in megabytes. */
  static final class Megabytes extends WholeNumber {
    Megabytes() {
      super(1, EngineSettings.MAX_RAM_BUFFER);
    }
  }

  /** A number of characters per line. */
  static final class Columns extends WholeNumber {
    Columns() {
      super(20, 10_000);
    }
  }

  /** A number of quotations shown in a report. */
  static final class Reported extends WholeNumber {
    Reported() {
      super(0, ReportRequest.MAX_QUOTATIONS);
    }
  }

  /** The number of a port. */
  static final class Port extends WholeNumber {
    Port() {
      super(0, 65_535);
    }
  }

  /** The width of an image in pixels. */
  static final class Pixels extends WholeNumber {
    Pixels() {
      super(Chart.MIN_WIDTH, Chart.MAX_WIDTH);
    }
  }

  /** Any number, such as a seed. */
  static final class Any implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return read(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }
}
