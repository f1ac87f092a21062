package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeCommandsTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  @Test
  void theReadmeNamesEveryOptionAndNoOther() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String commands =
        readme.substring(readme.indexOf("## The command line"), readme.indexOf("## The index"));
    Set<String> options = new TreeSet<>();
    for (String command :
        List.of(
            "index",
            "search",
            "export",
            "facets",
            "timeline",
            "concordance",
            "keywords",
            "network",
            "sample",
            "suggest",
            "cite",
            "check",
            "extract",
            "info",
            "delete",
            "verify",
            "backup",
            "upgrade",
            "reextract")) {
      options.addAll(options(Run.of(command, "--help").out()));
    }

    assertThat(options(commands)).isEqualTo(options);
  }

  private static Set<String> options(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
