package onrecord.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of an option, which is a number more than 0 and at most 1. */
final class Proportion implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    try {
      double number = Double.parseDouble(text);
      if (number > 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The message is the same.
    }
    throw new TypeConversionException(
        "must be a number more than 0 and at most 1, such as 0.5, but was '" + text + "'");
  }
}
