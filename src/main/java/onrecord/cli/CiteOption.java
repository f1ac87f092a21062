package onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import onrecord.Archive;
import onrecord.format.CitationJson;
import onrecord.query.AnswerCitation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that cites the answer of a command. */
final class CiteOption {

  private static final String NAME = "--cite";

  @Option(
      names = NAME,
      paramLabel = "FILE",
      description =
          "Also write a citation of the answer to this new file, as JSON if its name ends with"
              + " .json: the command with all parameters, and the SHA-256 of what --json prints. The"
              + " command check runs it again. Its form for a footnote is printed on the error"
              + " stream.")
  private @Nullable Path file;

  boolean isGiven() {
    return file != null;
  }

  /**
   * Prints an answer, and cites it if the option is given.
   *
   * @param messages accepts the form for a footnote
   */
  void print(
      Archive open,
      CitableCommand command,
      Result answer,
      TableCommand.Printing out,
      Terminal messages)
      throws IOException {
    if (file == null) {
      out.print();
      return;
    }
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    AnswerCitation citation =
        NewFile.write(
            file,
            NAME,
            text -> {
              AnswerCitation cited = open.cite(command.parameters(), answer.json().get());
              text.write(json ? CitationJson.write(cited) + "\n" : cited.toString());
              out.print();
              return cited;
            });
    messages.explain(citation.footnote());
  }
}
