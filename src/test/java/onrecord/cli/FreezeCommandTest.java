package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that keeps states under names, and the option that reads them. */
class FreezeCommandTest {

  @TempDir private Path folder;
  private Path archive = Path.of("");

  @BeforeEach
  void indexAnArticle() throws IOException {
    archive = folder.resolve("archive");
    index("a", "The pier is safe");
  }

  @Test
  void stateIsKeptListedReadAndDeleted() throws IOException {
    assertThat(run("freeze").out()).isEqualTo("There are no frozen states.\n");
    assertThat(run("freeze", "paper-1").out())
        .matches(
            "state +frozen +format +bytes of its own\n"
                + "paper-1 +[0-9]{4}-[0-9]{2}-[0-9]{2} +[0-9]+ +[0-9]+\n");
    index("a", "A bridge is a bridge");
    index("b", "The pier is old");

    assertThat(run("search", "pier", "--at", "paper-1").out()).contains("The **pier** is safe");
    assertThat(run("search", "pier").out()).contains("The **pier** is old");
    assertThat(run("show", "a", "--at", "paper-1").out()).contains("pier is safe");
    assertThat(run("info", "--at", "paper-1").out()).startsWith("articles    1\n");
    assertThat(run("words", "--at", "paper-1").out()).startsWith("4 words in 1 quotation");
    assertThat(run("verify", "--at", "paper-1").out())
        .isEqualTo(archive + " is sound: 1 article with 1 quotation.\n");
    JsonNode states = JsonMapper.shared().readTree(run("freeze", "--json").out()).get("states");
    assertThat(states.get(0).propertyNames()).containsExactly("name", "day", "format", "bytes");
    assertThat(states.get(0).get("name").stringValue()).isEqualTo("paper-1");
    assertThat(states.get(0).get("bytes").longValue()).isPositive();

    assertThat(run("freeze", "--delete", "paper-1").out())
        .isEqualTo("There are no frozen states.\n");
    assertThat(run("search", "pier", "--at", "paper-1"))
        .isEqualTo(
            new Run(
                1,
                "",
                "onrecord: "
                    + archive
                    + " has no frozen state 'paper-1'; 'onrecord freeze' makes one\n"));
  }

  @Test
  void citationIsCheckedAtAState() throws IOException {
    Path citation = folder.resolve("citation");
    assertThat(run("timeline", "pier", "--cite", citation.toString()).code()).isZero();
    assertThat(run("freeze", "paper").code()).isZero();
    index("b", "The pier is old");

    assertThat(run("check", citation.toString()).code()).isEqualTo(1);
    assertThat(run("check", "--at", "paper", citation.toString()))
        .isEqualTo(new Run(0, "The answer is still the same.\n", ""));
  }

  @Test
  void stateThatWasCitedIsChecked() throws IOException {
    Path answer = folder.resolve("answer");
    Path search = folder.resolve("search");
    assertThat(run("freeze", "paper").code()).isZero();
    assertThat(run("timeline", "pier", "--at", "paper", "--cite", answer.toString()).err())
        .contains("archive \"archive\" at \"paper\" (1 article");
    Files.writeString(search, run("cite", "pier", "--at", "paper", "--json").out());
    index("b", "The pier is old");

    assertThat(run("check", answer.toString()))
        .isEqualTo(new Run(0, "The answer is still the same.\n", ""));
    assertThat(run("check", search.toString()))
        .isEqualTo(new Run(0, "The search still has the same result.\n", ""));
    assertThat(run("freeze", "--delete", "paper").code()).isZero();
    Run last = run("check", answer.toString());
    assertThat(last.code()).isEqualTo(1);
    assertThat(last.out()).startsWith("The answer is no longer the same.\n");
    assertThat(last.err())
        .isEqualTo(
            "onrecord: the archive has no frozen state 'paper', so its last state is checked\n");
    assertThat(run("check", "--at", "paper", answer.toString()).err())
        .contains("has no frozen state 'paper'; 'onrecord freeze' makes one");
  }

  @Test
  void mistakesAreExplained() {
    assertThat(run("freeze", "paper").code()).isZero();

    assertThat(run("freeze", "paper"))
        .isEqualTo(
            new Run(
                1,
                "",
                "onrecord: "
                    + archive
                    + ": has a frozen state 'paper' already; delete it, or use another name\n"));
    assertThat(run("freeze", "a/b").err())
        .startsWith("onrecord: the name of a state must be 1 to 64 letters a to z, digits,");
    assertThat(run("freeze", "a/b").code()).isEqualTo(2);
    assertThat(run("freeze", "--delete").err())
        .startsWith("onrecord: --delete requires the name of a state\n");
    assertThat(run("freeze", "--delete", "papers"))
        .isEqualTo(new Run(1, "", "onrecord: " + archive + " has no frozen state 'papers'\n"));
    assertThat(Run.of("freeze", "--archive", folder.resolve("none"), "x").code()).isEqualTo(1);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void index(String id, String words) throws IOException {
    Path file = folder.resolve(id + ".jsonl");
    Files.writeString(
        file, "{\"id\":\"" + id + "\",\"text\":\"\u201c" + words + ",\u201d said Ada Holm.\"}");
    assertThat(Run.of("index", "--archive", archive, file).code()).isZero();
  }

  private Run run(String command, String... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = command;
    arguments[1] = "--archive";
    arguments[2] = archive;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Run.of(arguments);
  }
}
