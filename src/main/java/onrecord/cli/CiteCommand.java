package onrecord.cli;

import java.io.IOException;
import onrecord.Archive;
import onrecord.query.Citation;
import onrecord.query.Search;
import picocli.CommandLine.Command;
import tools.jackson.core.JsonGenerator;

/** Puts down what a search finds. */
@Command(
    name = "cite",
    description = {
      "Prints what a search finds, in short, to be cited: how many quotations and articles, and a"
          + " checksum of the quotations' ids. Kept in a file, check tells later whether it still"
          + " holds.",
      "As JSON: {\"query\", \"filters\": {\"speaker\": [\"...\"]}, \"indirect\", \"quotations\","
          + " \"articles\", \"checksum\", \"snapshot\", \"format\", \"extractor\"}."
    })
final class CiteCommand extends AskingCommand {

  CiteCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void answer(Archive open, Search.Builder search) throws IOException {
    Citation citation = open.cite(search.build());
    if (json()) {
      terminal().line(Json.object(out -> write(out, citation)));
    } else {
      citation.toString().lines().forEach(terminal()::line);
    }
  }

  private static void write(JsonGenerator out, Citation citation) {
    out.writeStringProperty("query", citation.query().toString());
    out.writeObjectPropertyStart("filters");
    citation
        .filters()
        .forEach((facet, values) -> {
          out.writeArrayPropertyStart(Json.name(facet));
          values.forEach(out::writeString);
          out.writeEndArray();
        });
    out.writeEndObject();
    out.writeBooleanProperty("indirect", citation.indirect());
    out.writeNumberProperty("quotations", citation.quotations());
    out.writeNumberProperty("articles", citation.articles());
    out.writeStringProperty("checksum", citation.checksum());
    out.writeStringProperty("snapshot", citation.snapshot());
    out.writeNumberProperty("format", citation.format());
    out.writeStringProperty("extractor", citation.extractor());
  }
}
