package onrecord.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option, which is a decimal number that is not negative. */
final class DecimalNumber implements ITypeConverter<Double> {

  private static final BigDecimal MAXIMUM = BigDecimal.valueOf(1_000_000_000);

  @Override
  public Double convert(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() >= 0 && number.compareTo(MAXIMUM) <= 0) {
        return number.doubleValue();
      }
    } catch (NumberFormatException e) {
      // The message is the same.
    }
    throw new TypeConversionException(
        "must be a number from 0 to " + MAXIMUM.toPlainString() + ", but was '" + text + "'");
  }
}
