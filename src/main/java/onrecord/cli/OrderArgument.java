package onrecord.cli;

import java.util.Iterator;
import java.util.stream.Stream;
import onrecord.query.Order;
import onrecord.query.SortOrder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the value of an option, which is the order of hits. The names of the standard orders are
 * its completions.
 */
final class OrderArgument implements ITypeConverter<Order>, Iterable<String> {

  /** How an order by a field is given, for the help text of an option. */
  static final String OWN_FIELDS =
      "or a field of your own, such as article.reach or, the greatest value first,"
          + " article.reach:desc";

  @Override
  public Order convert(String text) {
    return Order.of(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected " + Order.expected() + ", but was '" + text + "'"));
  }

  @Override
  public Iterator<String> iterator() {
    return Stream.of(SortOrder.values()).map(SortOrder::name).iterator();
  }
}
