package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

  @Test
  void bashCompletesCommandsOptionsAndValues(@TempDir Path folder) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), Run.of("completion", "bash").out());

    assertThat(completions(script, "onrecord", "conc")).isEqualTo("concordance");
    assertThat(completions(script, "onrecord", "search", "--lim")).isEqualTo("--limit");
    assertThat(completions(script, "onrecord", "search", "--sort", "SPEAK")).isEqualTo("SPEAKER");
  }

  private static String completions(Path script, String... words)
      throws IOException, InterruptedException {
    String test =
        "compopt() { :; }; source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
            + " COMP_POINT=${#COMP_LINE}; _complete_onrecord; echo \"${COMPREPLY[*]}\"";
    String[] command = new String[words.length + 4];
    command[0] = "bash";
    command[1] = "-c";
    command[2] = test;
    command[3] = script.toString();
    System.arraycopy(words, 0, command, 4, words.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.strip();
  }

  @Test
  void zshReadsTheScriptOfBash() {
    assertThat(Run.of("completion", "zsh").out())
        .isEqualTo("#compdef onrecord\n" + Run.of("completion", "bash").out());
  }

  @Test
  void fishCompletesCommandsAndOptions() {
    assertThat(Run.of("completion", "fish").out().lines())
        .contains(
            "complete -c onrecord -n '__fish_seen_subcommand_from export' -l sort -r -f -a"
                + " 'RELEVANCE NEWEST OLDEST SPEAKER CONFIDENCE' -d 'Order of the hits: RELEVANCE,"
                + " NEWEST, OLDEST, SPEAKER, CONFIDENCE, or a field of your own, such as article.reach"
                + " or, the greatest value first, article.reach:desc.'")
        .anyMatch(line ->
            line.startsWith("complete -c onrecord -f -n 'not __fish_seen_subcommand_from index ")
                && line.endsWith(
                    " -a show -d 'Prints an article with its quotations marked, or a"
                        + " quotation in the paragraphs around it: the words, the speaker and the"
                        + " cue.'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "index", "show", "completion"})
  void manualContainsEveryCommand(String command) {
    assertThat(Run.of("help", "manual").out())
        .startsWith(".TH ONRECORD 1\n.SH NAME\nonrecord \\- Turns news")
        .contains(
            ".SH ONRECORD "
                + command.toUpperCase(Locale.ROOT)
                + "\n.nf\nUsage: onrecord "
                + command);
  }
}
