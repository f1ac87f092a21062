package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onrecord.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generates the picture of a search on a terminal, which the README shows, from a real one. */
class PictureTest {

  private static final int COLUMNS = 80;
  private static final int LINE = 18;
  private static final int TOP = 28;

  @TempDir Path folder;

  @Test
  void picturesASearch() throws IOException {
    assertThat(Run.of("index", "--archive", folder, "index-fixtures").code()).isZero();
    List<String> command = List.of("search", "--facet", "speaker:4", "--limit", "2", "water");

    Run run =
        Run.onTerminal(
            COLUMNS, "search", "-a", folder, "--facet", "speaker:4", "--limit", "2", "water");

    assertThat(run.code()).isZero();
    Page.assertGenerated("search.svg", picture(String.join(" ", command), run.out()));
  }

  private static String picture(String command, String out) {
    StringBuilder lines = new StringBuilder(line(0, "$ onrecord " + command));
    List<String> printed = out.lines().toList();
    for (int i = 0; i < printed.size(); i++) {
      lines.append(line(i + 1, printed.get(i)));
    }
    int height = TOP + (printed.size() + 1) * LINE;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 %d" role="img" aria-labelledby="title">
    <title id="title">A search for the word water on a terminal</title>
    <rect width="700" height="%d" rx="8" fill="#1b1f24"/>
    <g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3">
    %s</g>
    </svg>
    """
        .formatted(height, height, lines);
  }

  private static String line(int number, String text) {
    String styled =
        HtmlEscapers.htmlEscaper()
            .escape(text)
            .replace("\u001b[1m", "<tspan font-weight=\"bold\" fill=\"#ffd866\">")
            .replace("\u001b[2m", "<tspan fill=\"#8b949e\">")
            .replace("\u001b[0m", "</tspan>");
    return "<text x=\"16\" y=\"%d\" xml:space=\"preserve\">%s</text>\n"
        .formatted(TOP + number * LINE, styled);
  }
}
