package onrecord.cli;

import onrecord.query.Query;
import picocli.CommandLine.Option;

/** The option for the words that a statistic is about, among those of a selection. */
final class OfOption {

  @Option(
      names = "--of",
      required = true,
      preprocessor = TextValue.class,
      converter = TextValue.class,
      paramLabel = "QUERY",
      description =
          "The word, phrase or pattern that is counted in the matching quotations, in the syntax of"
              + " --query. Other options select the quotations.")
  private String of = "";

  /**
   * {@return the query}
   *
   * @throws IllegalArgumentException if it is not valid
   */
  Query query() {
    return Query.parse(of);
  }
}
