package onrecord.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The type of the values of a field that the owner of an archive has added. */
public enum FieldType {
  /** A text that is searched by its words and their stems. */
  TEXT {
    @Override
    String canonical(String text) {
      return text;
    }
  },
  /** A name that is searched as a whole or by its words, and counted. */
  NAME {
    @Override
    String canonical(String text) {
      return text.strip();
    }
  },
  /** A number that is searched by range, and counted. */
  NUMBER {
    @Override
    String canonical(String text) {
      return Numbers.canonical(text.strip());
    }
  },
  /** A day, such as 2020-11-22, that is searched by range, and counted. */
  DAY {
    @Override
    String canonical(String text) {
      try {
        LocalDate day = LocalDate.parse(text.strip());
        if (day.getYear() < 1 || day.getYear() > 9999) {
          throw new IllegalArgumentException(
              "a day of the years 1 to 9999 was expected, but was " + day);
        }
        return day.toString();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            "a day such as 2020-11-22 was expected, but was '" + shortened(text) + "'", e);
      }
    }
  };

  private static final int SHORT = 50;

  /** Reads numbers. */
  private static final class Numbers {
    private static final int LONGEST = 400;
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

    private Numbers() {}

    static String canonical(String text) {
      try {
        if (text.length() <= LONGEST) {
          double number = Double.parseDouble(text);
          if (Double.isFinite(number) && isDecimal(text)) {
            return requireExact(text, number);
          }
        }
      } catch (NumberFormatException e) {
        throw wrong(text, e);
      }
      throw wrong(text, null);
    }

    /** Rejects what Java reads as a number, but nobody writes as one, such as 1f and 0x1p3. */
    private static boolean isDecimal(String text) {
      return text.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
    }

    private static String requireExact(String text, double number) {
      BigDecimal shortest = new BigDecimal(Double.toString(number + 0.0));
      BigDecimal given = new BigDecimal(text);
      if (given.abs().compareTo(EXACT) > 0 && shortest.compareTo(given) != 0) {
        throw new IllegalArgumentException(
            "a number that a double represents was expected, but was "
                + shortened(text)
                + "; a field of names holds any number of digits");
      }
      return shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString();
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
      return new IllegalArgumentException(
          "a number such as 12 or 0.5 was expected, but was '" + shortened(text) + "'", cause);
    }
  }

  /**
   * {@return the form in which a value of this type is kept}
   *
   * @throws IllegalArgumentException if the text is not a value of this type
   */
  abstract String canonical(String text);

  private static String shortened(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) + "..." : text;
  }

  /** {@return the word for this type: text, name, number or day} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * {@return the type with a word, in any case}
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FieldType of(String word) {
    return Stream.of(values())
        .filter(type -> type.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the type of a field must be text, name, number or day, but was '"
                    + shortened(word)
                    + "'"));
  }
}
