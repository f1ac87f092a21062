package onrecord.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import onrecord.format.ResultJson;
import onrecord.format.ResultTable;
import onrecord.query.CorpusParts;
import onrecord.query.Dispersion;
import onrecord.query.DispersionRequest;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how evenly the matches of a query are spread. */
@Command(
    name = "dispersion",
    description = {
      "Prints how evenly a word, phrase or pattern is spread over the parts of the matching"
          + " quotations: Gries's deviation of proportions, DP (Gries 2008) and DPnorm (Lijffijt and"
          + " Gries 2012). 0 is even; near 1, all is in a small part.",
      "Fields of the JSON: {\"selection\", \"request\": {\"of\", \"parts\"}, \"quotations\","
          + " \"words\", \"places\", \"range\", \"dp\", \"dpNorm\", \"parts\": [{\"name\","
          + " \"words\", \"places\", \"perMillion\"}]}. The range is the number of parts with a match."
    })
final class DispersionCommand extends StatisticCommand {

  @Mixin private final DistinctOption distinct = new DistinctOption();
  @Mixin private final OfOption of = new OfOption();

  @Option(
      names = "--by",
      required = true,
      paramLabel = "PARTS",
      description =
          "The parts: article, or a facet such as outlet or speaker; published:month or a field of"
              + " days such as article.filed:month, others are day, week, quarter, year and decade.")
  private String by = "";

  @Option(
      names = {"--limit", "-n"},
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Maximum number of parts in the text, at least 1; tables and JSON have all. Default:"
              + " ${DEFAULT-VALUE}.")
  private int limit = 20;

  DispersionCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  List<Search> searches() {
    Search search = search().build();
    return List.of(search, search.and(of.query()));
  }

  @Override
  Question question(Search.Builder builder) {
    Search search = distinct.apply(builder).build();
    DispersionRequest request = new DispersionRequest(of.query(), CorpusParts.parse(by));
    return open -> {
      Dispersion dispersion = open.statistics().dispersion(search, request);
      return new Result(
          out -> print(out, dispersion),
          () -> ResultJson.of(dispersion),
          ResultTable.of(dispersion)::write);
    };
  }

  private void print(Terminal out, Dispersion dispersion) {
    out.line(
        Count.of(dispersion.places(), "place")
            + " in "
            + Count.of(dispersion.quotations(), "quotation")
            + Base.of(dispersion.selection())
            + " with "
            + Count.of(dispersion.words(), "word"));
    out.line(
        "in "
            + dispersion.range()
            + " of "
            + Count.of(dispersion.parts().size(), "part")
            + "; DP "
            + rounded(dispersion.dp())
            + ", DPnorm "
            + rounded(dispersion.dpNorm()));
    if (dispersion.parts().isEmpty()) {
      return;
    }
    out.line("");
    Table table =
        new Table(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT, Table.Align.RIGHT);
    table.line(
        dispersion.request().parts().name().replace('_', ' '), "words", "places", "per million");
    for (Dispersion.Part part : dispersion.parts().stream().limit(limit).toList()) {
      table.line(
          part.name(),
          String.valueOf(part.words()),
          String.valueOf(part.places()),
          String.format(Locale.ROOT, "%.0f", part.perMillion()));
    }
    table.print(out);
    if (dispersion.parts().size() > limit) {
      out.line("and " + (dispersion.parts().size() - limit) + " more");
    }
  }

  private static String rounded(OptionalDouble number) {
    return number.isEmpty()
        ? "not defined"
        : String.format(Locale.ROOT, "%.4f", number.getAsDouble());
  }
}
