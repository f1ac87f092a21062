package onrecord.cli;

import java.util.Optional;
import onrecord.query.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for what keywords are compared with. */
final class AgainstOption {

  @Option(
      names = "--against",
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "QUERY",
      description =
          "Compare the words with those of the quotations that match this query, in the syntax of"
              + " --query, instead of all others.")
  private @Nullable String against;

  /**
   * {@return the query; empty for all others}
   *
   * @throws IllegalArgumentException if it is not valid
   */
  Optional<Query> query() {
    return Optional.ofNullable(against).map(Query::parse);
  }
}
