package onrecord.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a {@link CrossTable}. Immutable.
 *
 * @param dimensions what distinguishes the rows: one to {@value #MAX_DIMENSIONS}, all with
 *     different names
 * @param metrics what is stated about each row, in the order of their declaration; one or more
 * @param base what the quotations of a row are a share of; empty for no shares
 */
public record CrossTableRequest(
    List<Dimension> dimensions, Set<Metric> metrics, Optional<ShareBase> base) {

  /** The maximum number of dimensions. */
  public static final int MAX_DIMENSIONS = 8;

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if there are too few or too many dimensions, two have the same
   *     name, there is no metric, or the base has a dimension that the table has not
   */
  public CrossTableRequest {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty() || dimensions.size() > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "a table must have 1 to " + MAX_DIMENSIONS + " dimensions, but had " + dimensions.size());
    }
    List<String> names = dimensions.stream().map(Dimension::name).toList();
    if (Set.copyOf(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "dimensions of a table must have different names, but had " + names);
    }
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("a table must have at least one metric, but had none");
    }
    metrics = Collections.unmodifiableSet(EnumSet.copyOf(metrics));
    if (base.isPresent() && !dimensions.containsAll(base.get().within())) {
      throw new IllegalArgumentException(
          "dimensions of the base must be those of the table, but were " + base.get().within());
    }
  }

  /** {@return a request for the numbers of quotations, without shares} */
  public static CrossTableRequest by(Dimension... dimensions) {
    return new CrossTableRequest(
        List.of(dimensions), EnumSet.of(Metric.QUOTATIONS), Optional.empty());
  }

  /** {@return this request with other metrics} */
  public CrossTableRequest with(Metric first, Metric... others) {
    return new CrossTableRequest(dimensions, EnumSet.of(first, others), base);
  }

  /**
   * {@return this request with shares of a base}
   *
   * @throws IllegalArgumentException if the base has a dimension that the table has not
   */
  public CrossTableRequest sharesOf(ShareBase value) {
    return new CrossTableRequest(dimensions, metrics, Optional.of(value));
  }

  /**
   * {@return the dimension whose values are the columns of a {@link PivotTable}: the last one}
   *
   * @throws InvalidSearchException if it is the only one
   */
  public Dimension columns() {
    requireSeveral();
    return dimensions.getLast();
  }

  /**
   * {@return the dimensions whose values distinguish the rows of a {@link PivotTable}: all but the
   * last one}
   *
   * @throws InvalidSearchException if there is one dimension only
   */
  public List<Dimension> beforeColumns() {
    requireSeveral();
    return dimensions.subList(0, dimensions.size() - 1);
  }

  private void requireSeveral() {
    if (dimensions.size() < 2) {
      throw new InvalidSearchException(
          "a table in wide form must have two dimensions or more, but had only "
              + dimensions.getFirst().name());
    }
  }
}
