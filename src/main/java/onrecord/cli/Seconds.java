package onrecord.cli;

import java.math.BigDecimal;
import java.time.Duration;
import onrecord.query.SearchLimits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option, which is a number of seconds that may have decimal places. */
final class Seconds implements ITypeConverter<Duration> {

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(SearchLimits.MAX_TIME.toSeconds());

  @Override
  public Duration convert(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.signum() > 0 && seconds.compareTo(MAXIMUM) <= 0) {
        return Duration.ofNanos(Math.max(1, seconds.multiply(NANOS).longValue()));
      }
    } catch (NumberFormatException e) {
      // The message is the same.
    }
    throw new TypeConversionException(
        "must be a number of seconds, more than 0 and at most "
            + MAXIMUM
            + ", but was '"
            + text
            + "'");
  }
}
